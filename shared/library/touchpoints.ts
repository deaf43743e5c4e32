import type { ElementOf, MapElement } from '../document/schema';
import type { Translate } from '../language/translator';
import type { CatalogueMeasure } from '../metrics/catalogue/catalogue';
import { usualWord, type Word } from './words';

/** Touchpoints that belong together: around a purchase, in customer service, and those met anywhere. */
export const LIBRARY_SETS = ['before', 'during', 'after', 'service', 'also'] as const;
export type LibrarySet = (typeof LIBRARY_SETS)[number];

interface EntryData {
  readonly set: LibrarySet;
  readonly phase: NonNullable<ElementOf<'touchpoint'>['phase']>;
  readonly initiative: NonNullable<ElementOf<'touchpoint'>['initiative']>;
  readonly channel: Word<'channels'>;
  /** Measures of the catalogue that suit it, the best first. */
  readonly metrics: readonly CatalogueMeasure['id'][];
}

/** The touchpoints of the field. Titles and explanations: `library.touchpoints` in shared/language. */
export const TOUCHPOINTS = {
  'social-media': {
    set: 'before',
    phase: 'before',
    initiative: 'proactive',
    channel: 'social-media',
    metrics: ['social-reach', 'likes', 'social-shares'],
  },
  'online-advertising': {
    set: 'before',
    phase: 'before',
    initiative: 'proactive',
    channel: 'online-advertising',
    metrics: ['ad-impressions', 'ad-clicks', 'acquisition-cost'],
  },
  'digital-content': {
    set: 'before',
    phase: 'before',
    initiative: 'proactive',
    channel: 'website',
    metrics: ['traffic', 'content-shares', 'bounce-rate'],
  },
  'company-events': {
    set: 'before',
    phase: 'before',
    initiative: 'proactive',
    channel: 'event',
    metrics: ['accounts-created', 'social-mentions'],
  },
  'peer-referral': {
    set: 'before',
    phase: 'before',
    initiative: 'reactive',
    channel: 'referral',
    metrics: ['customer-referrals', 'promoter-score'],
  },
  representatives: {
    set: 'during',
    phase: 'during',
    initiative: 'proactive',
    channel: 'sales-representative',
    metrics: ['conversion-rate', 'satisfaction'],
  },
  catalogue: {
    set: 'during',
    phase: 'during',
    initiative: 'proactive',
    channel: 'product-catalogue',
    metrics: ['traffic', 'conversion-rate'],
  },
  'e-commerce': {
    set: 'during',
    phase: 'during',
    initiative: 'reactive',
    channel: 'online-shop',
    metrics: ['conversion-rate', 'cart-abandonment', 'transaction-value'],
  },
  'product-reviews': {
    set: 'during',
    phase: 'during',
    initiative: 'reactive',
    channel: 'review-site',
    metrics: ['review-count', 'review-stars'],
  },
  'point-of-sale': {
    set: 'during',
    phase: 'during',
    initiative: 'reactive',
    channel: 'point-of-sale',
    metrics: ['transactions', 'transaction-value'],
  },
  'thank-you': {
    set: 'after',
    phase: 'after',
    initiative: 'proactive',
    channel: 'post',
    metrics: ['repurchase', 'satisfaction'],
  },
  'feedback-survey': {
    set: 'after',
    phase: 'after',
    initiative: 'proactive',
    channel: 'e-mail',
    metrics: ['satisfaction', 'promoter-score'],
  },
  'cross-sell': {
    set: 'after',
    phase: 'after',
    initiative: 'proactive',
    channel: 'e-mail',
    metrics: ['cross-sales', 'up-sales', 'email-click-through-rate'],
  },
  billing: {
    set: 'after',
    phase: 'after',
    initiative: 'proactive',
    channel: 'billing',
    metrics: ['service-questions', 'churn-rate'],
  },
  renewal: {
    set: 'after',
    phase: 'after',
    initiative: 'proactive',
    channel: 'e-mail',
    metrics: ['renewals', 'churn-rate'],
  },
  'support-channels': {
    set: 'service',
    phase: 'service',
    initiative: 'reactive',
    channel: 'help-centre',
    metrics: ['service-questions', 'satisfaction'],
  },
  'success-programme': {
    set: 'service',
    phase: 'service',
    initiative: 'proactive',
    channel: 'phone',
    metrics: ['features-accessed', 'churn-rate', 'lifetime-value'],
  },
  onboarding: {
    set: 'service',
    phase: 'service',
    initiative: 'proactive',
    channel: 'e-mail',
    metrics: ['profiles-completed', 'features-accessed', 'subscription-rate'],
  },
  'loyalty-programme': {
    set: 'service',
    phase: 'service',
    initiative: 'proactive',
    channel: 'mobile-app',
    metrics: ['repurchase', 'lifetime-value'],
  },
  'self-service': {
    set: 'service',
    phase: 'service',
    initiative: 'reactive',
    channel: 'self-service',
    metrics: ['task-success', 'service-questions'],
  },
  'search-results': {
    set: 'also',
    phase: 'before',
    initiative: 'reactive',
    channel: 'search-engine',
    metrics: ['brand-search', 'domain-authority', 'traffic'],
  },
  'digital-ads': {
    set: 'also',
    phase: 'before',
    initiative: 'proactive',
    channel: 'search-ads',
    metrics: ['ad-click-through-rate', 'ad-quality'],
  },
  'offline-ads': {
    set: 'also',
    phase: 'before',
    initiative: 'proactive',
    channel: 'billboard',
    metrics: ['brand-search', 'brand-mentions', 'share-of-voice'],
  },
  'referral-links': {
    set: 'also',
    phase: 'before',
    initiative: 'proactive',
    channel: 'referral',
    metrics: ['referral-traffic', 'conversion-rate'],
  },
  website: {
    set: 'also',
    phase: 'before',
    initiative: 'reactive',
    channel: 'website',
    metrics: ['traffic', 'bounce-rate', 'conversion-rate'],
  },
  'mobile-app': {
    set: 'also',
    phase: 'after',
    initiative: 'reactive',
    channel: 'mobile-app',
    metrics: ['product-time', 'features-accessed', 'task-success'],
  },
  stories: {
    set: 'also',
    phase: 'before',
    initiative: 'proactive',
    channel: 'social-media',
    metrics: ['social-reach', 'followers', 'comments'],
  },
  sellers: {
    set: 'also',
    phase: 'during',
    initiative: 'reactive',
    channel: 'marketplace',
    metrics: ['transactions', 'market-share'],
  },
  'e-mail': {
    set: 'also',
    phase: 'before',
    initiative: 'proactive',
    channel: 'e-mail',
    metrics: ['open-rate', 'email-click-through-rate', 'unsubscribe-rate'],
  },
  'call-centre': {
    set: 'also',
    phase: 'service',
    initiative: 'reactive',
    channel: 'call-centre',
    metrics: ['service-questions', 'satisfaction'],
  },
  'payment-portal': {
    set: 'also',
    phase: 'during',
    initiative: 'reactive',
    channel: 'payment-portal',
    metrics: ['cart-abandonment', 'task-errors', 'task-time'],
  },
  'review-sites': {
    set: 'also',
    phase: 'before',
    initiative: 'reactive',
    channel: 'directory',
    metrics: ['mean-rating', 'review-count', 'endorsements'],
  },
  chatbot: {
    set: 'also',
    phase: 'service',
    initiative: 'reactive',
    channel: 'chatbot',
    metrics: ['task-success', 'service-questions'],
  },
  phone: {
    set: 'also',
    phase: 'service',
    initiative: 'reactive',
    channel: 'phone',
    metrics: ['service-questions', 'satisfaction', 'task-time'],
  },
} as const satisfies Record<string, EntryData>;

export type TouchpointId = keyof typeof TOUCHPOINTS;

/** All entries of the library, set by set. */
export const TOUCHPOINT_IDS = Object.keys(TOUCHPOINTS) as TouchpointId[];

/** The entries of a set, in the order they are shown. */
export const entriesOf = (set: LibrarySet): TouchpointId[] =>
  TOUCHPOINT_IDS.filter((id) => TOUCHPOINTS[id].set === set);

/** The usual channel of an entry, in the translator's language. */
export const channelOf = (id: TouchpointId, t: Translate): string => usualWord('channels', TOUCHPOINTS[id].channel, t);

/**
 * What a new card of an entry says, in the translator's language. How customers feel there is neutral until a team knows
 * better.
 */
export function touchpointValues(id: TouchpointId, t: Translate): Partial<MapElement> {
  const { phase, initiative } = TOUCHPOINTS[id];
  return {
    title: t(`library.touchpoints.${id}.title`),
    channel: channelOf(id, t),
    phase,
    initiative,
    feeling: 0,
  };
}
