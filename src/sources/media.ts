// The details of a media file: from its seed, or synthesized and always the same.
import { getMimeType, mimes } from 'hono/utils/mime';
import * as z from 'zod';
import { drawFrom } from '../util/random.ts';

const count = z.int().min(0);

export const mediaRecord = z.lazy(() =>
  z.strictObject({
    type: z.enum(['video', 'audio', 'image']),
    durationSeconds: z.number().min(0),
    /** Pixels; null for audio. */
    width: count.nullable(),
    height: count.nullable(),
    hasAudio: z.boolean(),
    /** In Hz; null without audio. */
    sampleRate: count.nullable(),
    channels: count.nullable(),
    /** Of the audio, in bits per second. */
    bitrate: count.nullable(),
    /** The container format, written as a file name extension. */
    format: z.string(),
  }),
);
export type Media = z.output<typeof mediaRecord>;

const MEDIA_TYPES = {
  ...mimes,
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  m4v: 'video/x-m4v',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  ogg: 'audio/ogg',
  srt: 'application/x-subrip',
  wav: 'audio/wav',
  wmv: 'video/x-ms-wmv',
};

/** The MIME type for a file name's extension; undefined if it has none that is known. */
export function mimeTypeOf(filename: string): string | undefined {
  return getMimeType(filename, MEDIA_TYPES);
}

/** The types of image that a file can be made of. */
const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether it is a still image that a file can be made of, without a connector and since version 0.7.8. */
export const isImage = (mimeType: string | null): boolean => IMAGE_TYPES.includes(mimeType ?? '');

/** Whether it is video or audio. */
export const isMedia = (mimeType: string | null): boolean => /^(video|audio)\//.test(mimeType ?? '');

/** The MIME type of a file that must be media: that of its name, or else a video's. */
export function mediaTypeOf(filename: string): string {
  const told = mimeTypeOf(filename) ?? null;
  return told && isMedia(told) ? told : 'video/mp4';
}

/** The details of a media file that are given. */
interface KnownMedia {
  duration_seconds?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  has_audio?: boolean | undefined;
  size_bytes?: number | undefined;
}

const FRAMES = [
  { width: 1920, height: 1080, bytesPerSecond: 500_000 },
  { width: 1280, height: 720, bytesPerSecond: 250_000 },
  { width: 2560, height: 1440, bytesPerSecond: 1_000_000 },
] as const;
const AUDIO_BITRATES = [96_000, 128_000, 192_000] as const;

/** Completes the details of an image. Its sizes in pixels are drawn, for only its first bytes are read. */
export function completeImage(
  identity: string,
  mimeType: string,
  known: KnownMedia,
): { media: Media; sizeBytes: number } {
  const draw = drawFrom(identity);
  const { width, height } = draw.pick(FRAMES);
  const drawnBytes = draw.integer(80_000, 4_000_000);
  return {
    sizeBytes: known.size_bytes ?? drawnBytes,
    media: {
      type: 'image',
      durationSeconds: 0,
      width: known.width ?? width,
      height: known.height ?? height,
      hasAudio: false,
      sampleRate: null,
      channels: null,
      bitrate: null,
      format: mimeType.slice('image/'.length),
    },
  };
}

/** Completes the details of a media file. Those that are not given are drawn from `identity`. */
export function completeMedia(
  identity: string,
  filename: string,
  mimeType: string,
  known: KnownMedia,
): { media: Media; sizeBytes: number } {
  const draw = drawFrom(identity);
  const type = mimeType.startsWith('audio/') ? 'audio' : 'video';
  const frame = draw.pick(FRAMES);
  const bitrate = draw.pick(AUDIO_BITRATES);
  const bytesPerSecond = type === 'video' ? frame.bytesPerSecond : bitrate / 8;
  const drawnSeconds = draw.integer(90, 3_600);
  const durationSeconds =
    known.duration_seconds ??
    (known.size_bytes === undefined
      ? drawnSeconds
      : Math.max(1, Math.round((known.size_bytes / bytesPerSecond) * 10) / 10));
  const hasAudio = type === 'audio' || (known.has_audio ?? true);
  return {
    sizeBytes: known.size_bytes ?? Math.round(durationSeconds * bytesPerSecond) + draw.integer(0, 9_999),
    media: {
      type,
      durationSeconds,
      width: type === 'video' ? (known.width ?? frame.width) : null,
      height: type === 'video' ? (known.height ?? frame.height) : null,
      hasAudio,
      sampleRate: hasAudio ? draw.pick([48_000, 44_100]) : null,
      channels: hasAudio ? draw.pick([2, 1]) : null,
      bitrate: hasAudio ? bitrate : null,
      format: /\.([A-Za-z0-9]+)$/.exec(filename)?.[1]?.toLowerCase() ?? mimeType.split('/')[1] ?? 'mp4',
    },
  };
}
