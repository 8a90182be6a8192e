import type { Location } from '@interspace/core/model/claim';
import type { ByteWriter } from './byte-writer.ts';

/** A place as `JSON.stringify` writes it; every finding has one, and its numbers are its own. */
export function writeLocation(out: ByteWriter, at: Location): void {
  out.text('{');
  number(out, '"interchange":', at.interchange);
  number(out, '"group":', at.group);
  number(out, '"transaction":', at.transaction);
  if (at.loop !== undefined) {
    out.text('"loop":"');
    out.text(at.loop);
    out.text('",');
  }
  out.text('"segment":"');
  out.text(at.segment);
  out.text('",');
  number(out, '"ordinal":', at.ordinal);
  number(out, '"element":', at.element);
  number(out, '"component":', at.component);
  out.text('"offset":');
  out.number(at.offset);
  if (at.length !== undefined) {
    out.text(',"length":');
    out.number(at.length);
  }
  out.text('}');
}

function number(out: ByteWriter, name: string, value: number | undefined): void {
  if (value === undefined) return;
  out.text(name);
  out.number(value);
  out.text(',');
}
