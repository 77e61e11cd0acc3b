using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Register.Cases.Decide;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>What makes it safe to decide cases of one reason together.</summary>
internal enum BulkGround
{
    /// <summary>The number names the person, and only the writing differs.</summary>
    Number = 1,

    /// <summary>The number is missing or nobody's; name, date of birth and sex are those of one person alone.</summary>
    PersonWithoutNumber = 2,

    /// <summary>The number and the name are one person's; a date of birth or sex is missing or unreadable.</summary>
    PersonWithGap = 3,
}

/// <summary>Which ways of being wrong may be decided together, and on what ground (decision 0018).</summary>
internal static class BulkReasons
{
    /// <summary>A suggestion of at least this probability is the person: of a thousand such, one is not.</summary>
    public const double Sure = 0.999;

    private static readonly Reasons NoNumber =
        Reasons.Of(Reason.IdMissing) | Reason.IdMalformed | Reason.IdUnknown | Reason.IdDigit | Reason.IdTransposed;

    private static readonly Reasons Gap =
        Reasons.Of(Reason.DobMissing) | Reason.DobUnreadable | Reason.SexMissing | Reason.SexUnreadable;

    // What may be another person behind the same number is looked at one by one.
    private static readonly Reasons One =
        NoNumber | Gap | Reason.NameDifferent | Reason.DobDifferent | Reason.SexDifferent |
        Reason.IdAmbiguous | Reason.IdBelongsToOther | Reason.NameMissing | Reason.NameUnreadable | Reason.RowUnreadable;

    public static bool May(string key) => GroundOf(key) is not null;

    /// <summary>The ground on which cases of these joined reasons may be decided together; none where each is looked at.</summary>
    public static BulkGround? GroundOf(string key)
    {
        var reasons = Reasons.None;
        foreach (var code in key.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Reasons.Find(code) is not { } reason) return null;
            reasons |= reason;
        }

        return GroundOf(reasons);
    }

    /// <summary>Whether a sure suggestion differs from the record in nothing but what the ground allows.</summary>
    public static bool Fits(BulkGround ground, Reasons differences) => GroundOf(differences) == ground;

    /// <summary>The ground in words, as the officers read it.</summary>
    public static string TextOf(BulkGround ground) => ground switch
    {
        BulkGround.Number => Speech.Say("Số định danh chỉ đúng một người, chỉ khác cách ghi.", "The number names one person; only the writing differs."),
        BulkGround.PersonWithoutNumber => Speech.Say(
            "Cả dữ liệu dân cư chỉ có một người đúng họ tên, ngày sinh và giới tính như hồ sơ; chỉ thiếu hoặc sai số.",
            "Only one person in the register has this name, date of birth and sex; only the number is missing or wrong."),
        BulkGround.PersonWithGap => Speech.Say(
            "Số định danh và họ tên đúng một người; chỉ thiếu ngày sinh hoặc giới tính, hoặc không đọc được.",
            "Number and name are one person's; only date of birth or sex is missing or cannot be read."),
    };

    private static BulkGround? GroundOf(Reasons reasons)
    {
        var told = Reasons.OfBits(reasons.Bits & ~Released.Notes.Bits);
        if (told.IsEmpty) return null;
        if (told == Reason.SexDifferent || (told.Bits & One.Bits) == 0) return BulkGround.Number;
        if ((told.Bits & ~NoNumber.Bits) == 0) return BulkGround.PersonWithoutNumber;
        return (told.Bits & ~Gap.Bits) == 0 ? BulkGround.PersonWithGap : null;
    }
}
