/** The metrics of the field by stage: what they are called, and what they say. */
export const catalogue = {
  stages: {
    awareness: 'Awareness',
    acquisition: 'Acquisition',
    onboarding: 'Onboarding',
    engagement: 'Engagement',
    retention: 'Retention',
    advocacy: 'Advocacy',
  },
  entries: {
    'ad-reach': {
      title: 'Ad impressions and clicks',
      explanation: 'How often your ads were shown, and how often somebody clicked on one.',
    },
    'brand-search': {
      title: 'Brand search volume',
      explanation: 'How often people search for your brand or its products by name.',
    },
    'social-listening': {
      title: 'Social listening',
      explanation: 'What is said about you on social media: how often, in which tone, and how many people it reaches.',
    },
    'share-of-voice': {
      title: 'Share of voice',
      explanation: 'Your part of everything that is said about your category.',
    },
    'social-interaction': {
      title: 'Social interaction',
      explanation: 'Followers, and what they do with your posts: share, like, comment.',
    },
    'domain-authority': {
      title: 'Domain authority',
      explanation:
        'From 1 to 100: how likely your site is to rank well in search results. It is a level, so the last reading counts.',
    },
    'ad-quality': {
      title: 'Ad quality score',
      explanation: 'From 1 to 10: how well ad, search term and landing page fit together. Weight it by impressions.',
    },
    'brand-mentions': {
      title: 'Brand mentions',
      explanation: 'How often your brand is named anywhere. Sudden spikes and drops matter more than the level.',
    },
    traffic: { title: 'Traffic to site and app', explanation: 'Visits to your website or app.' },
    'channel-traffic': {
      title: 'Traffic by channel',
      explanation: 'Visits by where they come from: direct, social media, search, partners, news.',
    },
    'new-visitors': {
      title: 'New visitors',
      explanation:
        'The share of visitors who come for the first time; the others are returning. Neither is better by itself.',
    },
    'list-growth': {
      title: 'List growth rate',
      explanation:
        'How fast your mailing list grows: newcomers less those who left or complained, by its size at the start.',
    },
    'market-share': { title: 'Market share', explanation: 'Your sales as a part of all sales in the market.' },
    'open-rate': {
      title: 'E-mail open rate',
      explanation:
        'The share of delivered e-mails that were opened. Mail programs that load pictures by themselves inflate it.',
    },
    'forward-rate': {
      title: 'E-mail share and forward rate',
      explanation: 'The share of delivered e-mails that somebody passed on.',
    },
    'click-through-rate': {
      title: 'Click-through rate (CTR)',
      explanation: 'For ads: clicks by impressions. For e-mails: people who clicked by e-mails delivered.',
    },
    'bounce-rate': { title: 'Bounce rate', explanation: 'The share of visits that saw one page only.' },
    'conversion-rate': {
      title: 'Conversion rate',
      explanation: 'The share of visitors who do what you hope for: buy, sign up, ask for an offer.',
    },
    'acquisition-cost': {
      title: 'Customer acquisition cost (CAC)',
      explanation:
        'What a new customer costs: all spending on marketing and sales by new customers of the same period.',
    },
    'referral-traffic': { title: 'Referral traffic', explanation: 'Visits that come from links on other sites.' },
    usability: {
      title: 'Usability',
      explanation: 'How well people get along: tasks that succeed, the time they take, the errors on the way.',
    },
    'cart-abandonment': {
      title: 'Cart abandonment rate',
      explanation: 'The share of shopping carts that end in no purchase.',
    },
    'accounts-created': { title: 'Accounts created', explanation: 'How many people open an account.' },
    'features-accessed': {
      title: 'Features accessed',
      explanation: 'How many features a customer uses on average. Import it at the length of period you want to show.',
    },
    'content-interactions': {
      title: 'Content interactions',
      explanation: 'How often a customer turns to guides, videos and tours on average.',
    },
    'subscription-rate': {
      title: 'Subscription rate',
      explanation: 'The share of free or trial users who become paying customers.',
    },
    'profiles-completed': {
      title: 'User profiles completed',
      explanation: 'The share of accounts whose profile is complete.',
    },
    'service-questions': {
      title: 'Customer-service questions',
      explanation: 'How often a customer has to ask for help on average.',
    },
    'product-time': {
      title: 'Time using the product',
      explanation: 'How long a session or a customer uses the product on average.',
    },
    'open-rate-trend': {
      title: 'E-mail open rate over time',
      explanation: 'The open rate among customers, watched as a trend: do they still want to hear from you?',
    },
    transactions: {
      title: 'Transactions',
      explanation: 'How often and for how much customers buy: the pattern of their purchases.',
    },
    satisfaction: {
      title: 'Customer satisfaction (CSAT)',
      explanation: 'The share of answers of 4 or 5 on a scale from 1 to 5.',
    },
    'lifetime-value': {
      title: 'Customer lifetime value (CLV)',
      explanation:
        'What a customer brings in over the whole relationship: value of a purchase × purchases a year × years.',
    },
    'repeat-business': {
      title: 'Renewals, reorders, cross-sell, up-sell',
      explanation: 'What existing customers buy again or in addition, in number and in money.',
    },
    repurchase: {
      title: 'Repurchase probability',
      explanation: 'The share of customers who have bought at least twice.',
    },
    churn: {
      title: 'Churn and unsubscribe rate',
      explanation: 'The share of those who were there when the period began and left during it.',
    },
    returns: {
      title: 'Returns and cancellations',
      explanation: 'The share of what was ordered that came back or was called off.',
    },
    'content-shares': { title: 'Content shares', explanation: 'How often customers pass your content on.' },
    'promoter-score': {
      title: 'Net promoter score (NPS)',
      explanation:
        'From −100 to 100: the percentage of answers 9–10 less the percentage of answers 0–6, to “Would you recommend us?” from 0 to 10.',
    },
    'customer-referrals': {
      title: 'Customer referrals',
      explanation: 'Customers who come because another customer sent them, and what they bring in.',
    },
    reviews: { title: 'Reviews', explanation: 'How many reviews customers write, and how many stars they give.' },
    'social-proof': {
      title: 'Social proof',
      explanation: 'What newcomers go by: subscribers, endorsements, the mean rating.',
    },
    'influencer-support': {
      title: 'Influencer support',
      explanation: 'How often people with an audience of their own speak for you.',
    },
  },
  measures: {
    'ad-impressions': 'Ad impressions',
    'ad-clicks': 'Ad clicks',
    'social-mentions': 'Social mentions',
    'social-tone': 'Tone of mentions',
    'social-reach': 'Social reach',
    followers: 'Followers',
    'social-shares': 'Shares of posts',
    likes: 'Likes',
    comments: 'Comments',
    'ad-click-through-rate': 'Click-through rate of ads',
    'email-click-through-rate': 'Click-through rate of e-mails',
    'task-success': 'Task success',
    'task-time': 'Time on task',
    'task-errors': 'Errors per task',
    'transaction-value': 'Value of transactions',
    renewals: 'Renewals',
    'renewal-revenue': 'Revenue from renewals',
    reorders: 'Reorders',
    'reorder-revenue': 'Revenue from reorders',
    'cross-sales': 'Cross-sell purchases',
    'cross-sale-revenue': 'Revenue from cross-sell',
    'up-sales': 'Up-sell purchases',
    'up-sale-revenue': 'Revenue from up-sell',
    'churn-rate': 'Churn rate',
    'unsubscribe-rate': 'Unsubscribe rate',
    'return-rate': 'Return rate',
    'cancellation-rate': 'Cancellation rate',
    'referral-revenue': 'Revenue from referrals',
    'review-count': 'Number of reviews',
    'review-stars': 'Stars in reviews',
    subscribers: 'Subscribers',
    endorsements: 'Endorsements',
    'mean-rating': 'Mean rating',
  },
  segments: { direct: 'Direct', social: 'Social media', search: 'Search', partner: 'Partners', news: 'News' },
  parts: {
    own_mentions: 'Own mentions',
    category_mentions: 'All mentions in the category',
    new_visitors: 'New visitors',
    visitors: 'Visitors',
    new_subscribers: 'New subscribers',
    unsubscribed: 'Unsubscribed',
    complaints: 'Complaints',
    list_size: 'Size of the list',
    own_sales: 'Own sales',
    market_sales: 'Market sales',
    opened: 'E-mails opened',
    delivered: 'E-mails delivered',
    forwarded: 'E-mails shared or forwarded',
    clicks: 'Clicks',
    impressions: 'Impressions',
    clickers: 'People who clicked',
    one_page_visits: 'One-page visits',
    visits: 'Visits',
    conversions: 'Conversions',
    marketing_spend: 'Marketing spend',
    new_customers: 'New customers',
    successes: 'Successes',
    attempts: 'Attempts',
    errors: 'Errors',
    carts: 'Carts',
    purchases: 'Purchases',
    features_used: 'Features used',
    customers: 'Customers',
    interactions: 'Interactions',
    paid: 'Paying customers',
    trials: 'Trials',
    complete_profiles: 'Complete profiles',
    accounts: 'Accounts',
    questions: 'Questions',
    purchase_value: 'Value of a purchase',
    purchases_per_year: 'Purchases a year',
    years: 'Years as a customer',
    repeat_customers: 'Customers with two or more purchases',
    lost_customers: 'Customers lost',
    customers_at_start: 'Customers at the start',
    subscribers_at_start: 'Subscribers at the start',
    returned: 'Returned',
    ordered: 'Ordered',
    cancelled: 'Cancelled',
  },
};
