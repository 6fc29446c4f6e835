/*---
title: Business days
spec: |
  Define weekday(d: Day): bool, true from Monday to Friday.
  Define next(d: Day): Day, the next weekday: the day after, but Monday after Friday, Saturday and Sunday.
  Define iterate(n: nat, d: Day): Day, with iterate(0, d) == d and iterate(n + 1, d) == iterate(n, next(d)).
  Then iterate(5, d) == d for every weekday d.
hints: ["next matches on d, with a case for each day.", "iterate calls itself with n - 1 and next(d)."]
budget: {tokens: 20000, minutes: 8}
---*/
datatype Day = Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday

// vmcts: hole
predicate weekday(d: Day)
{
  true
}
// vmcts: end

lemma weekday_each()
  ensures weekday(Monday) && weekday(Tuesday) && weekday(Wednesday) && weekday(Thursday) && weekday(Friday)
  ensures !weekday(Saturday) && !weekday(Sunday)
{
}

// vmcts: hole
function next(d: Day): Day
{
  match d
  case Monday => Tuesday
  case Tuesday => Wednesday
  case Wednesday => Thursday
  case Thursday => Friday
  case Friday => Monday
  case Saturday => Monday
  case Sunday => Monday
}
// vmcts: end

lemma next_early()
  ensures next(Monday) == Tuesday && next(Tuesday) == Wednesday
  ensures next(Wednesday) == Thursday && next(Thursday) == Friday
{
}

lemma next_late()
  ensures next(Friday) == Monday && next(Saturday) == Monday && next(Sunday) == Monday
{
}

// vmcts: hole
function iterate(n: nat, d: Day): Day
{
  if n == 0 then d else iterate(n - 1, next(d))
}
// vmcts: end

lemma iterate_equations(n: nat, d: Day)
  ensures iterate(0, d) == d
  ensures iterate(n + 1, d) == iterate(n, next(d))
{
}

lemma iterate_week(d: Day)
  requires weekday(d)
  ensures iterate(5, d) == d
{
}
