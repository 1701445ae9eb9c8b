import { createHmac } from 'node:crypto';

/** Name of the environment variable with the secret from which addresses of previews are made. */
const secretName = 'MTD_PREVIEW_SECRET';

/** Name of the one by which `npm run build -- --previews` asks for pages of what is not out yet. */
export const previewsName = 'MTD_PREVIEWS';

const minSecretChars = 20; // what nobody guesses; `openssl rand -base64 32` prints 44

/** The secret of previews, or what is wrong with it and what to do. */
export function previewSecret(
  environment: Readonly<Record<string, string | undefined>>,
): { secret: string } | { problem: string } {
  const secret = environment[secretName] ?? '';
  if (secret.length >= minSecretChars) return { secret };
  const found = secret === '' ? 'is not set' : `has ${secret.length} characters, and ${minSecretChars} are the least`;
  return {
    problem: `${secretName} ${found}: addresses of previews are made of it. Keep one beside your other secrets, such as what \`openssl rand -base64 32\` prints.`,
  };
}

/**
 * The part of an address that only those know who have the secret: 160 bits as hexadecimal digits. It stays the same
 * while the article is written; another secret withdraws it, and that of all others.
 */
export function previewToken(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`post ${id}`).digest('hex').slice(0, 40);
}
