import { Secret, TOTP } from 'otpauth';
import { toString } from 'qrcode';

const STEP_MS = 30_000;

function generator(secret: Secret, login: string): TOTP {
  return new TOTP({ issuer: 'Interspace', label: login, secret, digits: 6, period: STEP_MS / 1000 });
}

/** A secret to offer, as text, as address for an authenticator and as a picture. */
export async function offerTotp(login: string): Promise<{ secret: string; uri: string; qr: string }> {
  const secret = new Secret({ size: 20 });
  const uri = generator(secret, login).toString();
  return { secret: secret.base32, uri, qr: await toString(uri, { type: 'svg', margin: 1 }) };
}

/** The step of time that a code belongs to (now, the one before, the one after), if it is right and later than `used`. */
export function stepOfCode(secret: string, code: string, now: Date, used: number | null): number | undefined {
  const timestamp = now.getTime();
  const delta = generator(Secret.fromBase32(secret), '').validate({
    token: code.replaceAll(' ', ''),
    timestamp,
    window: 1,
  });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / STEP_MS) + delta;
  // A code is good once: somebody who looked over the shoulder comes too late.
  return used !== null && step <= used ? undefined : step;
}
