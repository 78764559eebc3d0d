import { formatSectorNumber, Panel } from '@sw/ui';
import type { ComponentType, ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { Screen } from '../../shell/Screen.tsx';
import { NotDocked } from '../../stations/NotDocked.tsx';
import { StationHead } from '../../stations/StationHead.tsx';
import { BankBook } from './BankBook.tsx';
import { ServiceFacts } from './ServiceFacts.tsx';
import { ServiceForm } from './ServiceForm.tsx';
import { ServiceList } from './ServiceList.tsx';
import styles from './Services.module.css';
import type { ServiceView } from './service-queries.ts';
import { useServiceText } from './service-text.ts';
import type { ServicesModel } from './use-services.ts';
import { useServices } from './use-services.ts';
import { useServicesKeys } from './use-services-keys.ts';
import { WarehouseBook } from './WarehouseBook.tsx';

/** Counters that have more to show than figures and forms. */
const BOOKS: Readonly<Record<string, ComponentType<{ readonly stationId: string }>>> = {
  bank: BankBook,
  warehouse: WarehouseBook,
};

/** A counter served here; the others lead to screens of their own. */
const hasCounter = ({ facts, actions }: ServiceView): boolean => facts.length + actions.length > 0;

/** The book of a counter; a warehouse has none before it is rented. */
const bookOf = (service: ServiceView | null) =>
  service === null || service.facts.length === 0 ? undefined : BOOKS[service.id];

/** P-08: what a station does for those docked at it; every counter is drawn from the server's description. */
export function ServicesPage(): ReactElement {
  const { id = '', venue = 'services' } = useParams();
  const isPhone = useIsPhone();
  const model = useServices(id, venue);
  useServicesKeys(model);
  const shown = model.chosen ?? (isPhone ? null : (model.list.find(hasCounter) ?? null));
  const props = { model, shown };
  return isPhone ? <PhoneServices {...props} /> : <DeskServices {...props} />;
}

interface LayoutProps {
  readonly model: ServicesModel;
  readonly shown: ServiceView | null;
}

function DeskServices({ model, shown }: LayoutProps): ReactElement {
  const t = useText();
  const words = useServiceText();
  const Book = bookOf(shown);
  return (
    <Screen
      title={t('services:title_at', { station: model.station?.name ?? '' })}
      headingId="station-name"
      contextLabel={shown === null ? t('services:title') : words.name(shown.nameKey, shown.params)}
      // While the counters load their column keeps its place.
      context={model.isDocked ? shown !== null && <Counter model={model} service={shown} /> : undefined}
      stage={
        <>
          <Head model={model} />
          {model.isDocked ? (
            <ServiceList model={model} selected={shown?.id ?? null} />
          ) : (
            <NotDocked text={t('services:not_docked')} station={model.station} />
          )}
          {Book !== undefined && <Book stationId={model.stationId} />}
        </>
      }
    />
  );
}

function PhoneServices({ model, shown }: LayoutProps): ReactElement {
  const t = useText();
  const Book = bookOf(shown);
  return (
    <Screen
      title={t('services:title_at', { station: model.station?.name ?? '' })}
      headingId="station-name"
      stage={
        <>
          <Head model={model} />
          {!model.isDocked && <NotDocked text={t('services:not_docked')} station={model.station} />}
          {model.isDocked && shown === null && <ServiceList model={model} selected={null} />}
          {shown !== null && (
            <>
              <Link className={styles.back} to={`/game/station/${model.stationId}/services`}>
                {t('services:all')}
              </Link>
              <Counter model={model} service={shown} />
              {Book !== undefined && <Book stationId={model.stationId} />}
            </>
          )}
        </>
      }
    />
  );
}

function Head({ model }: { readonly model: ServicesModel }): ReactElement {
  const { station, stationId } = model;
  return (
    <StationHead
      name={station?.name}
      note={
        station === undefined ? undefined : (
          <>
            {formatSectorNumber(station.sector.number)} {station.sector.name}
          </>
        )
      }
      help="counters"
      stationId={stationId}
      current="services"
    />
  );
}

/** One counter: what it is, its figures, its acts. */
function Counter({
  model,
  service,
}: {
  readonly model: ServicesModel;
  readonly service: ServiceView;
}): ReactElement {
  const words = useServiceText();
  return (
    <div>
      <Panel look="subject" title={words.name(service.nameKey, service.params)} padded>
        <p className={styles.about}>{words.text(service.textKey, service.params)}</p>
        <ServiceFacts facts={service.facts} />
      </Panel>
      {service.actions.map((action) => (
        <ServiceForm key={action.id} action={action} running={model.running} onAct={model.act} />
      ))}
    </div>
  );
}
