// What TikTok, Loom and YouTube have in common: a video with an id, whose URL says more than the id.
import { completeItem, type SourceItem } from '../item.ts';
import { webUrl } from '../uri.ts';
import { type PublicDefinition, type PublicSeed, publicSeed, unreadable } from './public-definition.ts';

interface HostedVideos extends Pick<PublicDefinition, 'source' | 'door' | 'label' | 'forms' | 'seeded'> {
  type: Exclude<PublicDefinition['type'], 'http'>;
  credits?: number;
  isHost(url: URL): boolean;
  /** The canonical URI of the video, '' if the URL is of none. All else in the URL means nothing. */
  uriOf(url: URL): string;
  /** Further URIs that lead to a seeded video. */
  aliases?(seed: PublicSeed): string[];
}

interface Video extends SourceItem {
  aliases: string[];
}

/** A source of videos that are found by an id in their URL. */
export function defineHostedVideos({ isHost, uriOf, aliases, ...own }: HostedVideos): PublicDefinition {
  const read = (uri: string) => {
    const url = webUrl(uri);
    if (!url || !isHost(url)) return undefined;
    const canonical = uriOf(url);
    return canonical ? { uri: canonical, key: canonical } : unreadable(uri, own.label, own.forms);
  };
  const item = (seed: PublicSeed): Video => {
    const url = webUrl(seed.url);
    const uri = url ? uriOf(url) : '';
    const title = seed.title ?? `${own.label} video ${uri.slice(uri.search(/[\w-]+$/))}`;
    const filename = `${title.replaceAll('/', '-')}.mp4`;
    return {
      ...completeItem({ mime_type: 'video/mp4', ...seed }, { uri, name: title, filename }),
      aliases: aliases?.(seed) ?? [],
    };
  };
  return {
    ...own,
    seed: publicSeed,
    read,
    item,
    aliases: (video) => (video as Video).aliases,
    imagine: ({ uri }) => item({ url: uri }),
  };
}
