import type { CommodityCode } from '@sw/contracts';
import { commodityKey } from '@sw/contracts';
import type { MapMode, OverlayId } from './map-store.ts';
import { isPriced, MAP_MODES, OVERLAYS } from './map-store.ts';

/** What an address says of the map; a part that is absent, or makes no sense, is left as it is. */
export interface MapAddress {
  readonly mode?: MapMode;
  readonly region?: string;
  /** Number of the selected sector. */
  readonly sel?: number;
  readonly overlay?: OverlayId;
  readonly commodity?: CommodityCode;
  /** Numbers of the sectors a course passes, its end last. */
  readonly route?: readonly number[];
}

const MOST_STOPS = 9;
const REGION = /^[a-z0-9-]{1,40}$/;

function numberOf(text: string | null): number | null {
  const number = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : null;
}

function routeOf(text: string | null): readonly number[] | null {
  if (text === null) return null;
  const stops = text.split('-').map(numberOf);
  return stops.length <= MOST_STOPS && stops.every((stop) => stop !== null) ? stops : null;
}

/** Reads `?mode=3d&sel=312&overlay=pays.fuel&route=231-312&region=nexus`. */
export function readAddress(params: URLSearchParams): MapAddress {
  const [overlayName, goods] = (params.get('overlay') ?? '').split('.');
  const mode = MAP_MODES.find((entry) => entry === params.get('mode'));
  const overlay = OVERLAYS.find((entry) => entry === overlayName);
  const commodity = commodityKey.options.find((entry) => entry === goods);
  const sel = numberOf(params.get('sel'));
  const route = routeOf(params.get('route'));
  const region = params.get('region');
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(region !== null && REGION.test(region) ? { region } : {}),
    ...(sel === null ? {} : { sel }),
    ...(overlay === undefined ? {} : { overlay }),
    ...(overlay !== undefined && isPriced(overlay) && commodity !== undefined ? { commodity } : {}),
    ...(route === null ? {} : { route }),
  };
}

/** The same as parameters, in one order, without what is the usual. */
export function writeAddress(address: MapAddress): URLSearchParams {
  const params = new URLSearchParams();
  const { mode, region, sel, overlay, commodity, route } = address;
  if (region !== undefined) params.set('region', region);
  if (mode !== undefined && mode !== '2d') params.set('mode', mode);
  if (sel !== undefined) params.set('sel', String(sel));
  if (overlay !== undefined && overlay !== 'trade')
    params.set('overlay', isPriced(overlay) && commodity !== undefined ? `${overlay}.${commodity}` : overlay);
  if (route !== undefined && route.length > 0) params.set('route', route.join('-'));
  return params;
}
