// States of tags.
import * as z from 'zod';
import { fileWith } from './file-states.ts';
import { defineState } from './state-definition.ts';

export const tagStates = {
  'a file is tagged': defineState({
    summary: 'a file was made of the URI, and has one tag',
    parameters: z.strictObject({
      uri: z.string().min(1).default('grain://recording/abc123'),
      label: z.string().min(1).default('topic'),
      value: z.string().min(1).default('pricing'),
    }),
    gives: ['file_id', 'tag_id'],
    async setUp(context, { uri, label, value }) {
      const { file_id } = await fileWith(context, uri, 'completed');
      const tag = await context.request<{ id: string }>('POST', '/tags', { label, value, file_id });
      return { file_id, tag_id: tag.id };
    },
  }),
} as const;
