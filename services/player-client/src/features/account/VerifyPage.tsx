import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { publicApi } from '../../app/public-api.ts';
import { text } from '../../app/public-text.ts';
import { AccountFrame } from './AccountFrame.tsx';
import type { FormProblem } from './form-problem.ts';
import { formProblemOf } from './form-problem.ts';
import { takeLinkToken } from './link-token.ts';

const LEADS = { verified: 'verify.done', other_pending: 'verify.other' } as const;

/** The address of an account, or one side of its change, confirmed by opening the link of a mail. */
export function VerifyPage(): ReactElement {
  const [token] = useState(takeLinkToken);
  const [state, setState] = useState<keyof typeof LEADS | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  useEffect(() => {
    if (token === null) return;
    publicApi.verifyEmail(token).then(
      (reply) => setState(reply.state),
      (error: unknown) => setProblem(formProblemOf(error)),
    );
  }, [token]);
  const lead = text(token === null ? 'verify.no_link' : state === null ? 'verify.working' : LEADS[state]);
  return (
    <AccountFrame
      title={text('verify.title')}
      lead={problem === null ? lead : null}
      problem={problem}
      foot={<a href="/game">{text('verify.go')}</a>}
    >
      {null}
    </AccountFrame>
  );
}
