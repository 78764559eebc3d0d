import { Button, Facts, formatCredits, formatInteger, NumberField, Select } from '@sw/ui';
import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import type { FormValues } from './form-values.ts';
import { firstValues, fittingValues, mostOf, priceOf } from './form-values.ts';
import styles from './Services.module.css';
import type { ServiceAction, ServiceInput } from './service-queries.ts';
import { useServiceText } from './service-text.ts';

export interface ServiceFormProps {
  readonly action: ServiceAction;
  readonly running: string | null;
  readonly onAct: (action: ServiceAction, values: FormValues) => Promise<boolean>;
}

/** One act of a counter: its fields, what it costs, and why it is not possible. */
export function ServiceForm({ action, running, onAct }: ServiceFormProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const words = useServiceText();
  const reason = useReason();
  const heading = useId();
  const [typed, setTyped] = useState<FormValues | null>(null);
  const values = fittingValues(action.inputs, typed ?? firstValues(action.inputs));
  const price = priceOf(action, values);
  const about = words.text(action.textKey, action.params);
  const why = reason(action);
  const submit = () => {
    if (why !== undefined || running !== null) return;
    void onAct(action, values).then((done) => {
      if (done) setTyped(null);
    });
  };
  return (
    <section className={styles.form} aria-labelledby={heading}>
      <h3 id={heading}>{words.name(action.nameKey, action.params)}</h3>
      {about !== null && <p className={styles.about}>{about}</p>}
      {why === undefined &&
        action.inputs.map((input) => (
          <InputField
            key={input.name}
            input={input}
            most={mostOf(input, action.inputs, values)}
            value={values[input.name] ?? ''}
            onChange={(value) => setTyped({ ...values, [input.name]: value })}
            onSubmit={submit}
          />
        ))}
      {price !== null && why === undefined && (
        <Facts
          facts={[
            {
              name: t('services:form.price'),
              value:
                price === 0n
                  ? t('services:form.free')
                  : t('common:unit.credits', { amount: formatCredits(price, locale) }),
              ...(price === 0n ? {} : { tone: 'credits' as const }),
            },
          ]}
        />
      )}
      <Button wide pending={running === action.id} disabledReason={why} onClick={submit}>
        {words.name(`${action.nameKey}_do`, {
          ...action.params,
          ...Object.fromEntries(
            action.inputs
              .filter(({ kind }) => kind !== 'choice')
              .map(({ name }) => [name, formatInteger(Number(values[name]), locale)]),
          ),
        })}
      </Button>
    </section>
  );
}

interface InputFieldProps {
  readonly input: ServiceInput;
  readonly most: number;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
  readonly onSubmit: () => void;
}

/** A number with what it may be at most, or a choice. */
function InputField({ input, most, value, onChange, onSubmit }: InputFieldProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const words = useServiceText();
  const label = words.name(`input.${input.name}`);
  if (input.kind === 'choice')
    return (
      <Select
        label={label}
        value={String(value)}
        onChange={onChange}
        options={input.options.map((option) => ({
          value: option.value,
          label: words.name(option.nameKey, { max: option.max }),
        }))}
      />
    );
  return (
    <div className={styles.number}>
      <NumberField
        label={label}
        note={t('services:form.most', { max: formatInteger(most, locale) })}
        value={Number(value)}
        min={input.min}
        max={most}
        step={input.step}
        onChange={onChange}
        onSubmit={onSubmit}
        locale={locale}
        decreaseLabel={t('common:field.decrease')}
        increaseLabel={t('common:field.increase')}
      />
      <Button variant="quiet" aria-pressed={value === most} onClick={() => onChange(most)}>
        {t('services:form.max')}
      </Button>
    </div>
  );
}
