import type { CatalogueTopic, Part, Ref } from './manual-topics.ts';

const bp = (path: string): Ref => ({ path, as: 'basisPoints' });
const credits = (path: string): Ref => ({ path, as: 'credits' });
const percent = (path: string): Ref => ({ path, as: 'percent' });

/**
 * What each topic says, in order. Texts are `help:<topic>.<name>`; every number they show is a parameter from the
 * rules catalogue (`GET /rules`), so that the manual never says what the server does not do.
 */
export const MANUAL: Readonly<Record<CatalogueTopic, readonly Part[]>> = {
  turns: [
    { text: 'what', with: { start: 'facts.turns.start', cap: 'caps.baseTurnCap' } },
    { text: 'back', with: { perDay: 'facts.turns.perDay', most: bp('facts.turns.mostRateBp') } },
    {
      text: 'away',
      with: {
        days: 'facts.turns.awayAfterDays',
        perDay: 'facts.turns.awayPerDay',
        most: 'facts.turns.awayMost',
      },
    },
    { heading: 'costs' },
    { text: 'free' },
    { table: 'turnCosts' },
  ],
  movement: [
    { text: 'what' },
    { text: 'cost', with: { levels: 'facts.movement.engineLevelsPerTurn' } },
    { heading: 'sectors' },
    { table: 'sectorTypes' },
    {
      text: 'hazard',
      with: {
        harmless: 'facts.movement.harmlessHazard',
        percent: percent('facts.movement.hullPercentPerHazard'),
        clumsy: 'facts.movement.clumsyHullTurns',
      },
    },
    { heading: 'warps' },
    { table: 'warpKinds' },
    { heading: 'courses' },
    {
      text: 'course',
      with: { hops: 'caps.courseHops', flown: 'caps.autopilotHops', hazard: 'facts.movement.stopHazard' },
    },
    { heading: 'zones' },
    { table: 'zones' },
  ],
  scanning: [
    { text: 'levels', with: { hours: 'facts.scanning.staleHours' } },
    { text: 'public' },
    {
      text: 'adjacent',
      with: { adjacent: 'turnCosts.scan_adjacent' },
    },
    {
      text: 'deep',
      with: {
        deep: 'turnCosts.scan_deep',
        base: percent('facts.scanning.deepBasePercent'),
        each: percent('facts.scanning.deepPercentPerRange'),
        most: percent('facts.scanning.deepMostPercent'),
      },
    },
    {
      text: 'rewards',
      with: {
        visit: 'facts.scanning.visitRankPoints',
        first: 'facts.scanning.discoveryRankPoints',
        credits: credits('facts.scanning.discoveryCredits'),
        most: 'facts.scanning.rankPointsPerDay',
      },
    },
  ],
  trading: [
    { text: 'idea' },
    { heading: 'price' },
    { text: 'stock' },
    {
      text: 'spread',
      with: { spread: bp('facts.trading.halfSpreadBp'), dock: bp('facts.trading.dockHalfSpreadBp') },
    },
    { text: 'formula' },
    {
      text: 'advantage',
      with: {
        most: bp('facts.trading.mostAdvantageBp'),
        least: { path: 'facts.trading.leastAdvantageBp', as: 'signedBasisPoints' },
        dock: bp('facts.trading.dockMostAdvantageBp'),
      },
    },
    {
      text: 'drift',
      with: {
        drift: bp('facts.trading.mostDriftBp'),
        least: bp('facts.trading.leastFactorBp'),
        most: bp('facts.trading.mostFactorBp'),
      },
    },
    { text: 'integral' },
    {
      text: 'flow',
      with: {
        turns: 'facts.trading.activeTurns',
        days: 'facts.trading.activeDays',
        players: 'facts.trading.playersPerDepth',
      },
    },
    { text: 'limits', with: { lines: 'caps.linesPerTrade', quantity: 'caps.quantityPerLine' } },
    { heading: 'goods' },
    { text: 'goods_note' },
    { table: 'goods' },
    { heading: 'habits' },
    { text: 'habit_margin' },
    { text: 'habit_age' },
  ],
  prices: [
    { text: 'book' },
    { text: 'age', with: { hours: 'facts.prices.halfTrustedHours' } },
    { heading: 'routes' },
    { text: 'finder', with: { routes: 'facts.prices.routes', hops: 'caps.routeHops' } },
    { text: 'stops', with: { stops: 'facts.prices.stops' } },
    { text: 'fly' },
    { heading: 'alerts' },
    { text: 'alert', with: { most: 'caps.priceAlerts', days: 'caps.alertDays' } },
    {
      text: 'alert_heard',
      with: { days: 'facts.prices.alertVisitDays', minutes: 'facts.prices.alertSilentMinutes' },
    },
  ],
  stations: [
    { text: 'what' },
    { table: 'stationClasses' },
    { heading: 'docking' },
    { text: 'dock', with: { turns: 'turnCosts.dock', days: 'facts.stations.freeFirstDays' } },
    { table: 'dockFees' },
    {
      text: 'mooring',
      with: {
        hours: 'facts.stations.mooringFreeHours',
        perDay: credits('facts.stations.mooringPerDay'),
        most: credits('facts.stations.mooringMost'),
        wallet: percent('facts.stations.mooringWalletPercent'),
      },
    },
    { text: 'shelter', with: { hours: 'facts.stations.shelterHours' } },
    { heading: 'services' },
    { text: 'services_note' },
    { table: 'services' },
  ],
  counters: [
    { text: 'what' },
    { heading: 'bank_title' },
    { text: 'bank', with: { fee: bp('facts.stations.bankFeeBp') } },
    { heading: 'warehouse_title' },
    {
      text: 'warehouse',
      with: {
        units: 'facts.counters.blockUnits',
        most: 'facts.counters.mostBlocks',
        rent: credits('facts.counters.blockRent'),
        days: 'facts.counters.graceDays',
      },
    },
    { heading: 'refinery_title' },
    {
      text: 'refinery',
      with: {
        ore: 'facts.counters.refineOre',
        fee: credits('facts.counters.refineFee'),
        most: 'facts.counters.refinePerDay',
      },
    },
    { heading: 'rare_title' },
    {
      text: 'rare',
      with: {
        shard: credits('facts.counters.rareShard'),
        ore: credits('facts.counters.rareOre'),
        crystals: credits('facts.counters.rareCrystals'),
        most: 'facts.counters.rarePerDay',
      },
    },
    { heading: 'intelligence_title' },
    {
      text: 'intelligence',
      with: {
        hops: 'facts.prices.intelligenceHops',
        hours: 'facts.prices.intelligenceHours',
        price: credits('facts.prices.intelligencePrice'),
      },
    },
    { heading: 'insurance_title' },
    {
      text: 'insurance',
      with: {
        days: 'facts.counters.policyDays',
        premium: percent('facts.counters.premiumPercent'),
        payout: percent('facts.counters.payoutPercent'),
        hours: 'facts.counters.waitingHours',
      },
    },
  ],
  ships: [
    { text: 'what', with: { most: 'caps.shipsPerPlayer' } },
    { table: 'ships' },
    { text: 'reading' },
    { heading: 'pods_title' },
    {
      text: 'pods',
      with: {
        turns: 'turnCosts.pod_rescue',
        assist: 'turnCosts.assist_pod',
        hours: 'facts.pods.assistHours',
        reputation: 'facts.pods.assistReputation',
        most: 'facts.pods.assistsRewardedADay',
      },
    },
  ],
  upgrades: [
    {
      text: 'what',
      with: {
        cargo: percent('facts.upgrades.cargoPercent'),
        shield: percent('facts.upgrades.shieldPercent'),
        hull: percent('facts.upgrades.hullPercent'),
        levels: 'facts.movement.engineLevelsPerTurn',
        evasion: 'facts.upgrades.evasionPerSensorLevel',
        decay: percent('facts.upgrades.maintenancePercent'),
      },
    },
    { heading: 'levels' },
    { table: 'upgrades' },
    { heading: 'modules' },
    { text: 'modules_note' },
    { table: 'equipment' },
  ],
  jobs: [
    { text: 'what' },
    {
      text: 'pay',
      with: {
        least: 'facts.jobs.hopsLeast',
        most: 'facts.jobs.hopsMost',
        base: credits('facts.jobs.payBase'),
        hop: credits('facts.jobs.payPerHop'),
        fee: percent('facts.jobs.feePercent'),
      },
    },
    {
      text: 'limits',
      with: {
        most: 'facts.jobs.mostAtOnce',
        paid: 'facts.jobs.mostPaid',
        hours: 'facts.jobs.windowHours',
      },
    },
    { heading: 'first_steps' },
    {
      text: 'chain',
      with: {
        reward: credits('facts.start.stepReward'),
        stations: 'facts.start.chainStations',
        hops: 'facts.start.chainHops',
      },
    },
    { text: 'goal', with: { ship: { path: 'facts.start.goalShipType', as: 'shipType' } } },
    {
      text: 'newcomer',
      with: {
        credits: credits('facts.start.credits'),
        hours: 'facts.start.newcomerHours',
        turns: 'facts.start.newcomerTurns',
      },
    },
  ],
  ranks: [
    { text: 'what' },
    {
      text: 'points',
      with: {
        profit: credits('facts.ranks.profitPerPoint'),
        full: 'facts.ranks.fullPointsPerDay',
        divisor: 'facts.ranks.reducedDivisor',
        visit: 'facts.scanning.visitRankPoints',
      },
    },
    { table: 'ranks' },
    { heading: 'reputation' },
    { text: 'reputation_note' },
    { table: 'reputation' },
  ],
  comms: [{ text: 'what' }, { text: 'keys' }],
  log: [{ text: 'record' }, { text: 'books' }, { text: 'away' }],
};
