import { done, open, split } from '#demo/content/plan.ts'

export const edgeRollout = split(
  101,
  'Edge WAF rollout',
  'priya',
  {
    about:
      'Every public site goes through the new WAF pair: first watching only, then blocking. Ends when the customer portal is enforced.',
  },
  [
    done(104, 'Map every internet-facing site to an owner', 'sara', 38, '-18 Wed', {
      about: 'Start from the DNS zones, not from the CMDB: it misses the marketing microsites.',
      labels: ['Network'],
    }),
    done(105, 'Decide between inline and reverse-proxy deployment', 'dmitri', 32, '-16 Thu', {
      labels: ['Network'],
      after: [104],
    }),
    done(106, 'Order the second WAF pair for DC2', 'priya', 12, '-15 Tue', {
      labels: ['Vendor'],
      after: [105],
    }),
    done(107, 'Rack and cable the WAF pair in DC1', 'dmitri', 38, '-13 Fri', {
      labels: ['Network'],
      after: [105],
    }),
    done(108, 'Rack and cable the WAF pair in DC2', 'dmitri', 38, '-11 Wed', {
      labels: ['Network'],
      after: [106],
      late: 3,
      comments: {
        'dmitri -53':
          'Rails in the box were for the shallow rack. Swapped with the spare set in row F.',
      },
    }),
    done(109, 'Build the staging WAF from the production template', 'tomas', 52, '-12 Tue', {
      labels: ['Network'],
      after: [107],
    }),
    done(110, 'Compare load-balancer rules with the WAF policies', 'lena', 38, '-12 Thu', {
      labels: ['Rule set'],
      after: [105],
    }),
    done(111, 'Keep WAF policies under version control', 'tomas', 26, '-10 Fri', {
      about: 'Nightly export to Git, so that a policy can be put back without the vendor.',
      labels: ['Runbook'],
      after: [109],
    }),
    done(113, 'Put the customer portal behind the WAF in transparent mode', 'sara', 52, '-9 Thu', {
      comments: {
        'sara -47':
          'In transparent mode since 05:40. Portal p95 went from 212 to 219 ms, nobody will feel that.',
      },
      labels: ['Network'],
      after: [107, 109],
    }),
    done(114, 'Enable OWASP CRS 4 at paranoia level 1', 'lena', 44, '-8 Wed', {
      labels: ['Rule set'],
      after: [113],
      comments: {
        'lena -39': 'Level 1 only. Level 2 alone gave 4,100 hits an hour on the order form.',
        'sara -38': 'Agreed, we look at level 2 after the portal is in blocking mode.',
      },
    }),
    done(115, 'Agree maintenance windows with the portal owners', 'priya', 10, '-10 Tue'),
    done(116, 'Write custom rules for the legacy ordering application', 'sara', 64, '-6 Wed', {
      about: 'It posts XML inside a form field, which no stock rule set understands.',
      labels: ['Rule set'],
      after: [114],
      late: 4,
    }),
    done(118, 'Review cipher suites with internal audit', 'lena', 20, '-5 Tue', {
      comments: {
        'lena -23': 'Audit accepts ChaCha20 for mobile clients. Minutes are in the change record.',
      },
      labels: ['Certificates'],
    }),
    done(120, 'Allow-list the administration paths of the CMS', 'tomas', 20, '-6 Mon', {
      labels: ['Rule set'],
      after: [113],
    }),
    done(121, 'Enforce blocking mode, corporate website', 'sara', 32, '-4 Thu', {
      labels: ['Rule set'],
      after: [114, 115],
      late: 1,
      comments: {
        'sara -18':
          'Blocking since 06:30. Two false positives from the job board feed, both excepted.',
        'priya -18': 'Thanks for the early start. I told Communications.',
      },
    }),
    done(123, 'Remove the bypass rule of the monitoring probes', 'dmitri', 10, '-4 Mon', {
      labels: ['Network'],
    }),
    done(112, 'Move static sites behind the WAF', 'tomas', 44, '-3 Fri', {
      labels: ['Network'],
      after: [108],
      late: 2,
    }),
    done(119, 'Baseline request latency before enforcement', 'dmitri', 32, '-2 Wed', {
      about:
        'Seven days of p50, p95 and p99 per site, so that "the WAF made it slow" can be answered.',
      labels: ['Network'],
      after: [113],
      late: 2,
    }),
    done(117, 'Block legacy TLS 1.0 and 1.1 at the edge', 'lena', 38, '-1 Thu', {
      labels: ['Certificates'],
      after: [118],
      late: 3,
      comments: {
        'lena -9':
          'Last client on TLS 1.1 was the old franking machine in Leeds. Facilities replaced it.',
      },
    }),
    open(
      129,
      'Tune OWASP CRS 4 false positives on customer portal',
      'lena',
      96,
      'in_progress',
      -2,
      {
        about:
          'Work through the nine rules with the most false positives in the transparent log. Each exception names a path and a parameter, never a whole rule.',
        labels: ['Rule set'],
        priority: 'high',
        after: [114],
        progress: 55,
        moved: 7,
        started: 14,
        milestone: 'Edge enforcement live',
        comments: {
          'lena -6':
            'Rule 942100 still fires on the search box. Portal team will encode the query by Thursday.',
          'sara -4': 'Same rule hits the voucher field. I can take that one if it helps.',
          'lena -3': 'Please do. Five of nine rules are quiet now.',
        },
      },
    ),
    split(
      133,
      'Re-issue edge certificates with ECDSA keys',
      'sara',
      {
        about: 'RSA stays as a second certificate until the mobile app drops Android 7.',
        labels: ['Certificates'],
        after: [118],
      },
      [
        done(134, 'Order ECDSA certificates for the four public domains', 'sara', 16, '-7 Tue', {
          labels: ['Certificates'],
        }),
        open(135, 'Install dual certificates on both WAF pairs', 'sara', 56, 'in_progress', 2, {
          labels: ['Certificates'],
          after: [134],
          progress: 50,
          started: 6,
        }),
      ],
    ),
    open(131, 'Ship WAF audit logs to the SIEM in JSON', 'dmitri', 64, 'in_progress', 4, {
      about:
        'The syslog format loses the matched parameter. JSON over TLS to the collector in DC1.',
      labels: ['Logging'],
      progress: 35,
      moved: 2,
      started: 5,
      comments: {
        'dmitri -2': 'Collector drops lines over 64 kB. Log team raises the limit tonight.',
      },
    }),
    open(132, 'Rehearse WAF rollback with the NOC', 'dmitri', 44, 'in_progress', 5, {
      comments: {
        'dmitri -1':
          'NOC did it in 14 minutes from call to bypass. Target is ten, we repeat on Wednesday.',
      },
      labels: ['Network', 'Runbook'],
      after: [119],
      progress: 70,
      started: 4,
      milestone: 'Edge enforcement live',
    }),
    open(126, 'Rate-limit login and password-reset endpoints', 'priya', 48, 'in_review', 0, {
      labels: ['Rule set'],
      priority: 'high',
      progress: 90,
      started: 11,
      comments: {
        'priya -1':
          'Ten attempts a minute per address, 429 with Retry-After. Sara, can you try to break it?',
      },
    }),
    open(122, 'Enable bot mitigation on the public API tier', 'sara', 88, 'blocked', -1, {
      labels: ['Vendor'],
      priority: 'high',
      after: [113],
      progress: 20,
      moved: 9,
      started: 16,
      blocked: ['Waiting for the vendor’s licence extension', 6],
      comments: {
        'sara -4': 'Trial licence ran out over the weekend, the module is in log-only mode since.',
        'priya -3': 'Purchase order is signed. Vendor says three to five working days.',
      },
    }),
    open(138, 'Mirror production traffic to the staging WAF for 72 h', 'dmitri', 64, 'todo', 10, {
      comments: {
        'sara -2': 'Mirror port has room for 4 Gbit/s only, portal peaks at 3.1. Should fit.',
      },
      labels: ['Network'],
      after: [109, 129],
      moved: 7,
      milestone: 'Edge enforcement live',
    }),
    open(143, 'Agree geo-blocking list with the fraud team', 'priya', 16, 'todo', 7, {
      labels: ['Rule set'],
      comments: { 'priya -5': 'Fraud wants to see two weeks of login failures by country first.' },
    }),
    open(150, 'Enforce blocking mode, customer portal', 'priya', 64, 'todo', 20, {
      about: 'Change window on a Sunday, 05:00 – 09:00. Go or no-go is decided on the mirror run.',
      labels: ['Rule set'],
      priority: 'urgent',
      after: [129, 132, 138],
      moved: 10,
      milestone: 'Edge enforcement live',
    }),
    open(148, 'Test failover of the WAF pair in DC2', 'dmitri', 44, 'backlog', 15, {
      labels: ['Network'],
      after: [132],
      moved: 7,
    }),
  ],
)
