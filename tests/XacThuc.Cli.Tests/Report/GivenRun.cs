using System.Globalization;
using XacThuc.Cli.Report;
using XacThuc.Matching;
using XacThuc.Tables;

namespace XacThuc.Cli.Tests.Report;

/// <summary>Runs to be told of, counted from made-up comparisons.</summary>
internal static class GivenRun
{
    private static readonly (int Code, string Name)[] Communes =
    [
        (6187, "Thị trấn Đồng Đăng"), (6190, "Thị trấn Cao Lộc"), (6193, "Xã Bảo Lâm"), (6196, "Xã Lộc Yên"),
        (6199, "Xã Thanh Loà"), (6202, "Xã Thạch Đạn"), (6205, "Xã Cao Lâu"), (6208, "Xã Xuất Lễ"), (6211, "Xã Hồng Phong"),
        (6214, "Xã Thụy Hùng"), (6217, "Xã Phú Xá"), (6220, "Xã Bình Trung"), (6223, "Xã Hoà Cư"), (6226, "Xã Hải Yến"),
        (6229, "Xã Công Sơn"), (6232, "Xã Mẫu Sơn"), (6235, "Xã Hợp Thành"), (6238, "Xã Gia Cát"), (6241, "Xã Tân Liên"),
        (6244, "Xã Yên Trạch"), (6247, "Xã Tân Thành"), (RunTally.NoCommune, ""),
    ];

    private static readonly Comparison Right = new(
        RecordStatus.Matched, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, FieldVerdict.Right, Reasons.None);

    private static readonly (Comparison Comparison, int OutOf1000)[] Mix =
    [
        (Right, 640),
        (Right with { Reasons = Reason.IdOldNumber }, 24),
        (Right with { Reasons = Reason.IdLeadingZeros }, 6),
        (Wrong(name: FieldVerdict.Wrong, Reason.NameMarksMissing), 70),
        (Wrong(name: FieldVerdict.Wrong, Reason.NameTone), 22),
        (Wrong(name: FieldVerdict.Wrong, Reason.NameLetter), 18),
        (Wrong(name: FieldVerdict.Wrong, Reason.NameSpelling), 13),
        (Wrong(name: FieldVerdict.Wrong, Reason.NameWordMissing), 11),
        (Wrong(name: FieldVerdict.Wrong, Reason.NameTelex), 4),
        (Wrong(name: FieldVerdict.Right, Reason.DobMorePrecise) with { DateOfBirth = FieldVerdict.Wrong }, 31),
        (Wrong(name: FieldVerdict.Right, Reason.DobDayMonthSwapped) with { DateOfBirth = FieldVerdict.Wrong }, 17),
        (Wrong(name: FieldVerdict.Right, Reason.DobYear) with { DateOfBirth = FieldVerdict.Wrong }, 12),
        (Wrong(name: FieldVerdict.Right, Reason.SexDifferent) with { Sex = FieldVerdict.Wrong }, 8),
        (NobodyFound(Reason.IdUnknown), 22),
        (NobodyFound(Reason.IdDigit), 12),
        (NobodyFound(Reason.IdBelongsToOther) with { Reasons = Reasons.Of(Reason.IdBelongsToOther) | Reason.IdDisagreesWithYear }, 9),
        (NobodyFound(Reason.IdMissing) with { Status = RecordStatus.Unauthenticated, Number = FieldVerdict.Missing }, 46),
        (NobodyFound(Reason.IdMalformed) with { Status = RecordStatus.Unauthenticated, Number = FieldVerdict.Unreadable }, 15),
        (NobodyFound(Reason.DobUnreadable) with { Status = RecordStatus.Invalid, DateOfBirth = FieldVerdict.Unreadable }, 14),
        (NobodyFound(Reason.SexMissing) with { Status = RecordStatus.Invalid, Sex = FieldVerdict.Missing }, 6),
    ];

    /// <summary>A district's run: the national outcome, twenty-one communes, some problems.</summary>
    public static RunSummary OfDistrict(int records = 73_245) => Of(Counted(records)) with
    {
        Suggested = true,
        ProblemsTotal = 1_204,
        Problems =
        [
            new TableProblem("ho-so-tiem-2021.xlsx", 0, "", "The second sheet \"Sheet2\" was not read: only the first visible sheet is."),
            new TableProblem("ho-so-tiem-2021.xlsx", 118, "Ngày sinh", "Not a date: write it as day/month/year."),
            new TableProblem("ho-so-tiem-2021.xlsx", 12_407, "Số CCCD", "A spreadsheet rounded this number: format the column as text and enter it again."),
            new TableProblem("dan-cu.csv", 90_311, "personal_id", "Two people have this number: both were kept, records with it are not matched."),
        ],
    };

    public static RunSummary Of(RunTally counts) => new()
    {
        Register = "dan-cu.csv",
        Records = "ho-so-tiem-2021.xlsx",
        People = 79_873,
        Started = new DateTimeOffset(2021, 11, 24, 1, 5, 9, TimeSpan.Zero),
        Elapsed = TimeSpan.FromSeconds(0.284),
        EngineVersion = "0.1.0",
        Counts = counts,
        CommuneName = code => Communes.FirstOrDefault(commune => commune.Code == int.Parse(code, CultureInfo.InvariantCulture)).Name,
    };

    private static RunTally Counted(int records)
    {
        var counts = new RunTally();
        var chance = new Random(1);
        for (var i = 0; i < records; i++)
        {
            var comparison = Drawn(chance.Next(Mix.Sum(kind => kind.OutOf1000)));
            // The first communes have more people, the last record of some names none.
            counts.Add(comparison, Communes[Math.Min(chance.Next(22), chance.Next(24))].Code);
            if (comparison.Status == RecordStatus.Matched) continue;
            if (chance.Next(12) == 0) counts.AddUnsuggested();
            else counts.AddSuggested(1 - Math.Pow(chance.NextDouble(), 6));
        }

        return counts;
    }

    private static Comparison Drawn(int ticket)
    {
        foreach (var (comparison, outOf1000) in Mix)
        {
            if ((ticket -= outOf1000) < 0) return comparison;
        }

        return Right;
    }

    private static Comparison Wrong(FieldVerdict name, Reason reason) =>
        Right with { Status = RecordStatus.Mismatched, Name = name, Reasons = reason };

    private static Comparison NobodyFound(Reason reason) => new(
        RecordStatus.Mismatched, FieldVerdict.NotCompared, FieldVerdict.NotCompared, FieldVerdict.NotCompared,
        FieldVerdict.Wrong, reason);
}
