// What the engine does in one step, in its own language: nothing comes between the lines of a script.

export interface Script {
  /** The name of the command that the client library makes of it. */
  name: string;
  keys: number;
  lua: string;
}

/** Milliseconds since the Unix epoch, on the engine's clock. */
export const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

/** Sets the fields of the header that are missing. Answers the time, and all fields. */
export const AGREE: Script = {
  name: 'cloudglueAgree',
  keys: 1,
  lua: `${NOW}
local header = KEYS[1]
local names = { 'version', 'lifecycle', 'startTime', 'startedAt' }
local found = redis.call('HMGET', header, unpack(names))
for at, name in ipairs(names) do
  if not found[at] then
    found[at] = ARGV[at]
    if name == 'startedAt' and found[at] == '' then found[at] = string.format('%d', now) end
    redis.call('HSET', header, name, found[at])
  end
end
return { now, unpack(found) }`,
};

/** Versions of an account that a mock can have and still read no more than what changed since. */
const LOGGED = 100;

/**
 * The version of an account, and its fields that changed since the version that is known, or all of them, or none where
 * these would be more than may be read at once; a removed one is empty. It writes only if the account would expire too
 * early.
 */
export const READ: Script = {
  name: 'cloudglueRead',
  keys: 2,
  lua: `${NOW}
local account, log = KEYS[1], KEYS[2]
local known, idle, longest, most = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local found = redis.call('HMGET', account, 'version', 'watched', 'interaction')
local version = found[1] or ''
local left = redis.call('PTTL', account)
if left >= -1 and left < idle then
  redis.call('PEXPIRE', account, longest)
  redis.call('PEXPIRE', log, longest)
end
local isWatched = (tonumber(found[2] or '0') or 0) > now and 1 or 0
local head = { now, version, isWatched, found[3] or '' }
if version == known then return { head, 'same', {} } end
local names, seen = {}, {}
for _, text in ipairs(version ~= '' and redis.call('LRANGE', log, 0, -1) or {}) do
  local isJson, entry = pcall(cjson.decode, text)
  if not isJson or type(entry) ~= 'table' then break end
  if #names > most then break end
  if entry[1] == known then
    local fields = {}
    for _, name in ipairs(names) do
      fields[#fields + 1] = name
      fields[#fields + 1] = redis.call('HGET', account, name) or ''
    end
    return { head, 'since', fields }
  end
  for at = 2, #entry do
    if not seen[entry[at]] then names[#names + 1] = entry[at] end
    seen[entry[at]] = true
  end
end
if redis.call('HLEN', account) > most then return { head, 'large', {} } end
return { head, 'whole', redis.call('HGETALL', account) }`,
};

/**
 * Changes fields of an account, if its version is still the one that they are based on. Answers whether it did. What the
 * engine may refuse comes before the fields: a script that fails midway is not undone.
 */
export const WRITE: Script = {
  name: 'cloudglueWrite',
  keys: 2,
  lua: `
local account, log = KEYS[1], KEYS[2]
local base, version, names, longest, channel = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
if (redis.call('HGET', account, 'version') or '') ~= base then return 0 end
local at = 7
local function each(take)
  local last = at + tonumber(ARGV[at])
  while at < last do at = at + 1 take() end
  at = at + 1
end
for nth = #ARGV - tonumber(ARGV[6]) + 1, #ARGV do redis.call('PUBLISH', channel, ARGV[nth]) end
redis.call('LPUSH', log, names)
redis.call('LTRIM', log, 0, base == '' and 0 or ${LOGGED - 1})
redis.call('HSET', account, 'version', version)
each(function() at = at + 1 redis.call('HSET', account, ARGV[at - 1], ARGV[at]) end)
each(function() redis.call('HDEL', account, ARGV[at]) end)
redis.call('PEXPIRE', account, longest)
redis.call('PEXPIRE', log, longest)
return 1`,
};

/** Notes that an event stream follows an account, for some time. */
export const WATCH: Script = {
  name: 'cloudglueWatch',
  keys: 1,
  lua: `${NOW}
redis.call('HSET', KEYS[1], 'watched', now + ARGV[1])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 1`,
};

/** Adds an entry to a journal under the next number, drops the oldest beyond the bounds, and publishes it if it is followed. */
export const ADD_ENTRY: Script = {
  name: 'cloudglueAddEntry',
  keys: 3,
  lua: `${NOW}
local journal, size, account = KEYS[1], KEYS[2], KEYS[3]
local text, most, mostBytes = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local number = string.format('%d', redis.call('HINCRBY', size, 'number', 1))
-- Somebody may have removed one of the keys: old entries do not fit numbers that begin anew, nor old bytes a new journal.
if number == '1' then redis.call('DEL', journal) end
if most > 0 then
  redis.call('XADD', journal, number .. '-0', 'entry', text)
  local count = redis.call('XLEN', journal)
  if count == 1 then redis.call('HDEL', size, 'bytes') end
  local bytes = redis.call('HINCRBY', size, 'bytes', #text)
  while count > most or bytes > mostBytes do
    local oldest = redis.call('XRANGE', journal, '-', '+', 'COUNT', 1)[1]
    if not oldest then break end
    redis.call('XDEL', journal, oldest[1])
    bytes = redis.call('HINCRBY', size, 'bytes', -#oldest[2][2])
    count = count - 1
  end
  redis.call('PEXPIRE', journal, ARGV[4])
end
redis.call('PEXPIRE', size, ARGV[4])
if (tonumber(redis.call('HGET', account, 'watched') or '0') or 0) > now then
  redis.call('PUBLISH', ARGV[5], number .. ' ' .. text)
end
return number`,
};

/** Removes all entries of a journal; their numbers are not used again. Answers how many there were. */
export const CLEAR_ENTRIES: Script = {
  name: 'cloudglueClearEntries',
  keys: 2,
  lua: `
local count = redis.call('XLEN', KEYS[1])
redis.call('DEL', KEYS[1])
redis.call('HDEL', KEYS[2], 'bytes')
return count`,
};
