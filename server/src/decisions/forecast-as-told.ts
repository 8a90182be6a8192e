import type { Forecast as Computed } from '@interspace/core/coverage/forecast';
import type { Forecast } from '../contract/review-verbs.ts';

/** A forecast as the API tells it: the next session in words, and flat enough for a screen. */
export function forecastAsTold({ policy, title, document, act, limits, next, because, needs }: Computed): Forecast {
  const region = act.group ?? act.region;
  const words = [act.family, region, act.role, act.kind, act.levels?.join(' '), act.side].filter(Boolean).join(', ');
  return {
    policy,
    title,
    document,
    family: act.family,
    act: `${words}${act.like === undefined ? ' (none yet)' : ` (like ${act.like})`}`,
    limits: limits.map(({ criterion, title: name, used, limit, window, dates, certain }) => ({
      criterion,
      title: name,
      used,
      limit,
      dates: [...dates],
      certain,
      ...(window === undefined ? {} : { window }),
    })),
    because: [...because],
    needs: needs.map(({ criterion, title: name, status, open, missing }) => ({
      criterion,
      title: name,
      status,
      open: [...open],
      missing: [...missing],
    })),
    ...(region === undefined ? {} : { region }),
    ...(act.side === undefined ? {} : { side: act.side }),
    ...(next === undefined ? {} : { next }),
  };
}
