namespace XacThuc.Register.Authentication.Guessing;

/// <summary>
/// Counts wrong tries and says who is stopped. In memory, for every answer asks it; the tries themselves are kept with the
/// answers and read again when the house starts.
/// </summary>
internal sealed class GuessingLimits
{
    private readonly Lock _counting = new();
    private readonly Dictionary<string, HashSet<long>> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Unit, long Number), Tries> _numbers = [];
    private readonly Dictionary<(string Unit, long Number), int> _firsts = [];
    private readonly Dictionary<string, int> _accounts = new(StringComparer.Ordinal);
    private (int Day, int Hour) _time;
    private bool _isAnyFull;

    /// <summary>Whether this must not be answered; <see langword="null"/> where it may.</summary>
    public GuessingKind? StopOf(GuessingSubject subject, DateTimeOffset at)
    {
        // Hashed before the lock, where it will be asked for.
        if (_numbers.Count > 0) _ = subject.NumberKey;
        lock (_counting)
        {
            Turn(at);
            var isKnown = false;
            if (_records.Count > 0 && _records.TryGetValue(subject.Ref, out var values))
            {
                isKnown = values.Contains(subject.ValuesKey);
                if (!isKnown && !subject.IsNameless && values.Count >= GuessingRules.ValuesOfARecord) return GuessingKind.Record;
            }

            // What was answered once may be answered again: nobody learns anything by it.
            if (isKnown) return null;
            if (_numbers.Count > 0 && _numbers.TryGetValue((subject.UnitCode, subject.NumberKey), out var tries)
                && tries.Count >= GuessingRules.TriesAtANumber && !(subject.IsBulk && tries.Values.Contains(subject.ValuesKey)))
                return GuessingKind.Number;
            return subject.Account.Length > 0 && _accounts.Count > 0
                && _accounts.GetValueOrDefault(subject.Account) >= (subject.IsProgram ? GuessingRules.TriesOfAProgram : GuessingRules.TriesOfAnAccount)
                ? GuessingKind.Account
                : null;
        }
    }

    /// <summary>Whether any record or number is beyond its limit today: otherwise nobody needs to ask who is stopped.</summary>
    public bool IsAnybodyStopped(DateTimeOffset at)
    {
        lock (_counting)
        {
            Turn(at);
            return _isAnyFull;
        }
    }

    /// <summary>Counts first values at a number; they are never stopped.</summary>
    /// <returns>How many there were today.</returns>
    public int CountFirsts(GuessingSubject subject, int values, DateTimeOffset at)
    {
        lock (_counting)
        {
            Turn(at);
            var whom = (subject.UnitCode, subject.NumberKey);
            return _firsts[whom] = _firsts.GetValueOrDefault(whom) + values;
        }
    }

    /// <summary>Whether wrong values of a record were tried today.</summary>
    public bool Knows(string record, DateTimeOffset at)
    {
        lock (_counting)
        {
            Turn(at);
            return _records.ContainsKey(record);
        }
    }

    /// <summary>Counts a wrong answer.</summary>
    /// <returns>The try to be kept; none where the same was tried before today.</returns>
    public GuessingTry? Count(GuessingSubject subject, DateTimeOffset at)
    {
        lock (_counting)
        {
            Turn(at);
            if (!Add(subject.Ref, subject.UnitCode, subject.Account, subject.NumberKey, subject.ValuesKey, isThisHour: true)) return null;
        }

        return new GuessingTry
        {
            At = at,
            Account = subject.Account,
            UnitCode = subject.UnitCode,
            Ref = subject.Ref,
            NumberKey = subject.NumberKey,
            ValuesKey = subject.ValuesKey,
        };
    }

    /// <summary>Counts tries that were kept before the house started, or by another node.</summary>
    public void Recall(IEnumerable<GuessingTry> tries, DateTimeOffset now)
    {
        lock (_counting)
        {
            Turn(now);
            foreach (var tried in tries)
            {
                var (day, hour) = TimeOf(tried.At);
                if (day == _time.Day)
                    Add(tried.Ref, tried.UnitCode, tried.Account, tried.NumberKey, tried.ValuesKey, hour == _time.Hour);
            }
        }
    }

    private bool Add(string record, string unit, string account, long number, long values, bool isThisHour)
    {
        if (!_records.TryGetValue(record, out var tried)) _records[record] = tried = [];
        if (!tried.Add(values)) return false;
        if (tried.Count >= GuessingRules.ValuesOfARecord && !GuessingSubject.IsWithoutId(record)) _isAnyFull = true;
        if (number != 0)
        {
            if (!_numbers.TryGetValue((unit, number), out var tries)) _numbers[(unit, number)] = tries = new Tries();
            if (tries.Values.Add(values) || account.Length > 0) tries.Count++;
            if (tries.Count >= GuessingRules.TriesAtANumber) _isAnyFull = true;
        }

        if (account.Length > 0 && isThisHour) _accounts[account] = _accounts.GetValueOrDefault(account) + 1;
        return true;
    }

    private void Turn(DateTimeOffset at)
    {
        var time = TimeOf(at);
        if (time == _time) return;
        if (time.Day != _time.Day)
        {
            _records.Clear();
            _numbers.Clear();
            _firsts.Clear();
            _isAnyFull = false;
        }

        _accounts.Clear();
        _time = time;
    }

    // Days and hours of Asia/Ho_Chi_Minh.
    private static (int Day, int Hour) TimeOf(DateTimeOffset at)
    {
        var local = at.ToOffset(TimeSpan.FromHours(7));
        return (DateOnly.FromDateTime(local.DateTime).DayNumber, local.Hour);
    }

    private sealed class Tries
    {
        public int Count { get; set; }

        public HashSet<long> Values { get; } = [];
    }
}
