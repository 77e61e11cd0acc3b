using XacThuc.Platform.Records;

namespace XacThuc.Platform.Doses.Bring.People;

/// <summary>A record that somebody in a file may be about.</summary>
internal sealed record LikeRecord(long RecordId, double Probability, bool HasSameNumber);

/// <summary>Somebody in a file, with all rows that are written the same, and what was found of them.</summary>
internal sealed class SoughtPerson(Guid key, IReadOnlyList<ReadyRow> rows)
{
    public Guid Key => key;

    public IReadOnlyList<ReadyRow> Rows => rows;

    public ReadFields Read => rows[0].Read.Person;

    /// <summary>Whether it is known which record is theirs.</summary>
    public bool IsPlaced { get; private set; }

    /// <summary>Records that may be theirs.</summary>
    public IReadOnlyList<LikeRecord> Alike { get; private set; } = [];

    /// <summary>Whether they are like somebody before them in the file who has no record yet.</summary>
    public bool Waits { get; private set; }

    /// <summary>Whether nobody is like them.</summary>
    public bool IsNew => !IsPlaced && !Waits && Alike.Count == 0;

    /// <summary>The record is theirs.</summary>
    public void Place(long recordId)
    {
        (IsPlaced, Waits) = (true, false);
        foreach (var row in rows) row.Row.RecordId = recordId;
    }

    /// <summary>They may be these, or somebody in the file who comes first.</summary>
    public void Liken(IReadOnlyList<LikeRecord> records, bool waits) => (Alike, Waits) = (records, waits && records.Count == 0);

    /// <summary>Whether a record with their number is surely theirs: the name is the same but for marks, and no date of birth speaks against it.</summary>
    public bool IsSurely(KnownPerson record) => record.Digits.Equals(Read.Digits, StringComparison.Ordinal)
        && record.NameSearch.Equals(Read.NameText.Search, StringComparison.Ordinal) && Agree(record.BornOn, (int)Read.Born.Packed);

    // A part that is not known (0) speaks against nothing.
    private static bool Agree(int one, int other)
    {
        if (one == 0 || other == 0 || one == other) return true;
        return one >> 9 == other >> 9 && Part(one >> 5 & 15, other >> 5 & 15) && Part(one & 31, other & 31);
    }

    private static bool Part(int one, int other) => one == 0 || other == 0 || one == other;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SoughtPerson);
}

/// <summary>A record as far as it is needed to know somebody by it.</summary>
internal sealed record KnownPerson(long Id, long UnitId, string Digits, string NameSearch, int BornOn)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(KnownPerson);
}
