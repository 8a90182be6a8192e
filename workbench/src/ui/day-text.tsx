const DAY = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** `2026-03-02` as `Mar 2, 2026`; other text as it is. */
export function dayInWords(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? DAY.format(new Date(`${day}T00:00:00Z`)) : day;
}

/** `03/02/2026`: a day where many stand one below the other. */
export function ShortDay({ day }: { day: string }) {
  return (
    <time dateTime={day} className="is-number">
      {day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1')}
    </time>
  );
}

/** A day of the calendar, the same in every time zone. */
export function DayText({ day }: { day: string }) {
  return (
    <time dateTime={day} className="is-number">
      {dayInWords(day)}
    </time>
  );
}

/** A moment, in the time zone of the reader. */
export function MomentText({ at }: { at: string }) {
  return (
    <time dateTime={at} className="is-number">
      {MOMENT.format(new Date(at))}
    </time>
  );
}
