import { Panel, SectorGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import styles from './Dossier.module.css';
import type { Dossier } from './use-dossier.ts';

type KnownLink = Dossier['links']['out'][number] | Dossier['links']['in'][number];

/** Known warps out of the sector and, where they are not the same, into it. */
export function DossierLinks({ links }: { readonly links: Dossier['links'] }): ReactElement | null {
  const t = useText('explore');
  const onlyIn = links.in.filter((link) => !links.out.some((other) => other.code === link.code));
  if (links.out.length + onlyIn.length === 0) return null;
  return (
    <Panel title={t('explore:dossier.links')} note={links.out.length + onlyIn.length}>
      <ul className={styles.links}>
        {links.out.map((link) => (
          <LinkRow key={`out ${link.warpId}`} link={link} to={t('explore:link.out')} />
        ))}
        {onlyIn.map((link) => (
          <LinkRow key={`in ${link.warpId}`} link={link} to={t('explore:link.in')} />
        ))}
      </ul>
    </Panel>
  );
}

function LinkRow({ link, to }: { readonly link: KnownLink; readonly to: string }): ReactElement {
  const t = useText('explore');
  return (
    <li>
      <Link to={`/game/sector/${link.number}?region=${link.regionName}`}>
        <SectorGlyph type={link.type ?? 'standard'} />
        <span>
          {to} <b className="num">{sectorTitle(link)}</b>
        </span>
        <span className="lo">
          {t(`common:warp_kind.${link.kind}`)}
          {link.oneWay && `, ${t('explore:link.one_way')}`}
        </span>
      </Link>
    </li>
  );
}
