using XacThuc.Matching;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>Which ways of being wrong may be decided together: the number names the person, and only writing differs.</summary>
internal static class BulkReasons
{
    // What may be another person behind the same number is looked at one by one.
    private static readonly Reasons One =
        Reasons.Of(Reason.NameDifferent) | Reason.DobDifferent | Reason.IdUnknown | Reason.IdAmbiguous | Reason.IdBelongsToOther |
        Reason.IdMissing | Reason.IdMalformed | Reason.IdDigit | Reason.IdTransposed | Reason.NameMissing | Reason.NameUnreadable |
        Reason.SexDifferent | Reason.RowUnreadable;

    public static bool May(string key) => key.Length > 0 && key.Split(';').All(code =>
        Reasons.Find(code) is { } reason && !One.Contains(reason));
}
