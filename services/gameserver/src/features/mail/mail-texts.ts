/** Mails the server writes, each with what its text fills in. */
export interface MailParams {
  readonly verify_email: { readonly username: string; readonly link: string };
  readonly address_in_use: { readonly username: string };
  readonly password_reset: { readonly username: string; readonly link: string };
  readonly password_changed: { readonly username: string };
  readonly email_change_old: { readonly username: string; readonly email: string; readonly link: string };
  readonly email_change_new: { readonly username: string; readonly link: string };
  readonly email_changed: { readonly username: string };
  readonly session_reused: { readonly username: string };
  readonly deletion_requested: { readonly username: string; readonly days: string };
}

export type MailKind = keyof MailParams;

export interface MailContent {
  readonly subject: string;
  readonly text: string;
}

type Texts = Readonly<Record<MailKind, MailContent>>;

const ENGLISH: Texts = {
  verify_email: {
    subject: 'Confirm your e-mail address',
    text: 'Hello {username},\n\nconfirm that this is your address by opening\n\n{link}\n\nThe link is good for 24 hours. If you did not ask for it, ignore this mail.',
  },
  address_in_use: {
    subject: 'Somebody registered with your address',
    text: 'Hello {username},\n\nsomebody made another account and gave your address for it. Nothing happened to your account, and the other one cannot use the address. If it was you: sign in with your name instead.',
  },
  password_reset: {
    subject: 'Choose a new password',
    text: 'Hello {username},\n\nchoose a new password at\n\n{link}\n\nThe link is good for 30 minutes and for one use. If you did not ask for it, ignore this mail: your password stays what it is.',
  },
  password_changed: {
    subject: 'Your password was changed',
    text: 'Hello {username},\n\nthe password of your account was changed and every other device was signed out. If it was not you, ask for a new password at once.',
  },
  email_change_old: {
    subject: 'Confirm the change of your address',
    text: 'Hello {username},\n\nyour account is to move to the address {email}. Confirm it by opening\n\n{link}\n\nThe link is good for 24 hours. The new address has to confirm as well. If it was not you, change your password.',
  },
  email_change_new: {
    subject: 'Confirm your new address',
    text: 'Hello {username},\n\nthis is to become the address of your account. Confirm it by opening\n\n{link}\n\nThe link is good for 24 hours. The present address has to confirm as well.',
  },
  email_changed: {
    subject: 'Your address was changed',
    text: 'Hello {username},\n\nthis is no longer the address of your account: both addresses confirmed the change.',
  },
  session_reused: {
    subject: 'A device was signed out',
    text: 'Hello {username},\n\nthe key of one of your devices was used twice, as if it had been copied. The device was signed out. If you do not know why this could have happened, change your password.',
  },
  deletion_requested: {
    subject: 'Your account will be deleted',
    text: 'Hello {username},\n\nyour account will be deleted in {days} days. Sign in before then to keep it.',
  },
};

/** By language; one without texts of its own gets English. */
const TEXTS: Readonly<Record<string, Texts>> = { en: ENGLISH };

/** A mail in the language of its reader. */
export const writeMail = <K extends MailKind>(
  kind: K,
  locale: string,
  params: MailParams[K],
): MailContent => {
  const texts = TEXTS[locale] ?? TEXTS[locale.split('-', 1)[0] ?? ''] ?? ENGLISH;
  const values = params as Readonly<Record<string, string>>;
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { subject: fill(texts[kind].subject), text: `${fill(texts[kind].text)}\n\nSectorWars 2102\n` };
};
