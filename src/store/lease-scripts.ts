// What the engine does in one step for leases: which mock looks after which account's events.
import { NOW, type Script } from './scripts.ts';

/** Whether a mock has the lease of an account, which its score in the set of due accounts ends. */
const HOLDER = `${NOW}
local function holderOf(id)
  local holder = redis.call('HGET', KEYS[2], id)
  local score = redis.call('ZSCORE', KEYS[1], id)
  return holder and score and tonumber(score) > now and holder or nil
end
local function take(id, mock, lease)
  redis.call('ZADD', KEYS[1], now + lease, id)
  redis.call('HSET', KEYS[2], id, mock)
end`;

/** Takes the leases of accounts that are due. Answers their ids. */
export const TAKE_DUE: Script = {
  name: 'cloudglueTakeDue',
  keys: 2,
  lua: `${HOLDER}
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[3])
for _, id in ipairs(ids) do take(id, ARGV[1], ARGV[2]) end
return ids`,
};

/** Takes the lease of an account, unless another mock has it. Answers that mock. */
export const TAKE: Script = {
  name: 'cloudglueTake',
  keys: 2,
  lua: `${HOLDER}
local holder = holderOf(ARGV[3])
if holder and holder ~= ARGV[1] then return holder end
take(ARGV[3], ARGV[1], ARGV[2])
return ''`,
};

/** Prolongs a lease. Answers whether the mock still has it. */
export const RENEW: Script = {
  name: 'cloudglueRenew',
  keys: 2,
  lua: `${HOLDER}
if holderOf(ARGV[3]) ~= ARGV[1] then return 0 end
take(ARGV[3], ARGV[1], ARGV[2])
return 1`,
};

/** Notes, before work is written, when it is due: no crash can leave it unseen. */
export const MARK: Script = {
  name: 'cloudglueMark',
  keys: 3,
  lua: `${HOLDER}
local at = now + ARGV[2]
if holderOf(ARGV[1]) then
  redis.call('HSET', KEYS[3], ARGV[1], now)
else
  local score = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or at)
  redis.call('ZADD', KEYS[1], math.min(at, score), ARGV[1])
end
return 1`,
};

/** Gives a lease up, with the time until there is more to do; negative for none. Looks again after a recent mark. */
export const RELEASE: Script = {
  name: 'cloudglueRelease',
  keys: 3,
  lua: `${HOLDER}
local id, delay, grace = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
if redis.call('HGET', KEYS[2], id) ~= ARGV[1] then return 0 end
redis.call('HDEL', KEYS[2], id)
local mark = tonumber(redis.call('HGET', KEYS[3], id) or '0') or 0
redis.call('HDEL', KEYS[3], id)
local at = delay >= 0 and now + delay or nil
if mark + grace > now then at = math.min(at or mark + grace, mark + grace) end
if at then redis.call('ZADD', KEYS[1], at, id) else redis.call('ZREM', KEYS[1], id) end
return 1`,
};
