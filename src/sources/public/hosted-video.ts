// What TikTok, Loom and YouTube have in common: videos by an id in their URL, of which the rest has no meaning.
import { completeItem, type SourceItem } from '../item.ts';
import { webUrl } from '../uri.ts';
import { type PublicDefinition, type PublicSeed, publicSeed, unreadable } from './public-definition.ts';

interface HostedVideos
  extends Omit<PublicDefinition, 'seed' | 'read' | 'item' | 'aliases' | 'folders' | 'synthesize'> {
  isHost(url: URL): boolean;
  /** The canonical URI of the video; '' for a URL that is not a video's. */
  uriOf(url: URL): string;
  /** Further URIs that lead to a seeded video. */
  aliases?(seed: PublicSeed): string[];
}

interface Video extends SourceItem {
  aliases: string[];
}

/** A source of videos that are found by an id in their URL. */
export function defineHostedVideos({ isHost, uriOf, aliases, ...source }: HostedVideos): PublicDefinition {
  const read = (uri: string) => {
    const url = webUrl(uri);
    if (!url || !isHost(url)) return undefined;
    const canonical = uriOf(url);
    return canonical ? { uri: canonical, key: canonical } : unreadable(uri, source.label, source.forms);
  };
  const item = (seed: PublicSeed): Video => {
    const url = webUrl(seed.url);
    const uri = url ? uriOf(url) : '';
    const title = seed.title ?? `${source.label} video ${uri.slice(uri.search(/[\w-]+$/))}`;
    const filename = `${title.replaceAll('/', '-')}.mp4`;
    return {
      ...completeItem({ mime_type: 'video/mp4', ...seed }, { uri, name: title, filename }),
      aliases: aliases?.(seed) ?? [],
    };
  };
  return {
    ...source,
    seed: publicSeed,
    read,
    item,
    aliases: (video) => (video as Video).aliases,
    synthesize: ({ uri }) => item({ url: uri }),
  };
}
