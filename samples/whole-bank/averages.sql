-- The deposits table of a quarter's package, out of a warehouse that keeps daily balances. For every account: the sum of
-- its balances over the days of the year and of the quarter so far (年积数, 季积数), the average of the year before, and
-- the balance on the last day.
--
-- What is meant by 日均: each day of the span counts once, with the balance at its end. A day without a row has the balance
-- of the last row before it, of whatever year; before an account's first row there is nothing. A closed account needs a
-- row of 0 on its last day and stays in the table until the year ends.
--
-- Averages of this year are left to `appraise`: it divides the sums by the days and rounds once.
--
-- Reads   daily_balance (account, day DATE, balance DECIMAL(18, 2)), at most one row for an account and a day;
--         accounts (account, manager_id, customer_id, customer_name, currency, kind);
--         period (prior_year_begins, year_begins, quarter_begins, day_after), one row of dates. For 2026Q3:
--         2025-01-01, 2026-01-01, 2026-07-01, 2026-10-01.
-- Runs on DuckDB, where it is tested, and PostgreSQL. In Spark SQL and Hive write `datediff(a, b)` for `a - b` between
-- dates, and back-quotes for the quotation marks around the names of columns.

WITH standing AS (
  -- A balance stands from its day until the next row of the account, the last one until the period is over.
  SELECT
    daily_balance.account,
    daily_balance.balance,
    daily_balance.day AS from_day,
    COALESCE(
      LEAD(daily_balance.day) OVER (PARTITION BY daily_balance.account ORDER BY daily_balance.day),
      period.day_after
    ) AS until_day
  FROM daily_balance
  CROSS JOIN period
  WHERE daily_balance.day < period.day_after
),

counted AS (
  SELECT
    standing.account,
    standing.balance,
    standing.until_day = period.day_after AS is_last,
    GREATEST(
      LEAST(standing.until_day, period.year_begins) - GREATEST(standing.from_day, period.prior_year_begins), 0
    ) AS days_of_prior_year,
    GREATEST(standing.until_day - GREATEST(standing.from_day, period.year_begins), 0) AS days_of_year,
    GREATEST(standing.until_day - GREATEST(standing.from_day, period.quarter_begins), 0) AS days_of_quarter
  FROM standing
  CROSS JOIN period
),

sums AS (
  SELECT
    account,
    SUM(balance * CAST(days_of_prior_year AS INTEGER)) AS prior_product,
    SUM(balance * CAST(days_of_year AS INTEGER)) AS year_product,
    SUM(balance * CAST(days_of_quarter AS INTEGER)) AS quarter_product,
    SUM(CASE WHEN is_last THEN balance ELSE 0 END) AS end_balance
  FROM counted
  GROUP BY account
),

-- Half a cent away from nought. Twice the cents and half of what divides them are whole numbers, and what is left over is
-- taken off before dividing: some engines divide decimals as doubles, which would round anew.
doubled AS (
  SELECT
    sums.account,
    CAST(SIGN(sums.prior_product) AS INTEGER) AS sign_of,
    2 * (period.year_begins - period.prior_year_begins) AS days_twice,
    CAST(200 * ABS(sums.prior_product) AS DECIMAL(38, 0)) + (period.year_begins - period.prior_year_begins) AS cents_twice
  FROM sums
  CROSS JOIN period
),

averages AS (
  SELECT account, sign_of * CAST((cents_twice - MOD(cents_twice, days_twice)) / days_twice AS DECIMAL(20, 0)) AS cents
  FROM doubled
)

SELECT
  accounts.manager_id AS "客户经理工号",
  accounts.customer_id AS "客户号",
  accounts.customer_name AS "客户名称",
  accounts.account AS "账号",
  accounts.currency AS "币种",
  accounts.kind AS "存款种类",
  sums.year_product AS "年积数",
  sums.quarter_product AS "季积数",
  averages.cents * 0.01 AS "上年日均余额",
  sums.end_balance AS "期末余额"
FROM sums
INNER JOIN averages ON sums.account = averages.account
INNER JOIN accounts ON sums.account = accounts.account
-- An account that was empty for two years is left out.
WHERE sums.prior_product <> 0 OR sums.year_product <> 0 OR sums.end_balance <> 0
ORDER BY accounts.account
