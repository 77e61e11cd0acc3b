using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Authentication;

/// <summary>
/// What the other house may say of a record beside right and wrong, as bits that are kept with it: reasons that speak of the
/// record alone, and that it was stopped (decision 0015), in the two highest bits that a signed number has.
/// </summary>
internal readonly record struct ToldReasons(long Bits)
{
    private const int FirstStop = 61;

    private static readonly (string Code, Bilingual Sentence)[] Stops =
    [
        ("guessing.record", new(
            "Hồ sơ đã được đổi nội dung quá nhiều lần trong ngày nên bên công an tạm dừng trả lời. Mời người dân mang giấy tờ đến, sửa một lần theo giấy tờ, mai xác thực lại.",
            "The record was changed too often today, so the police side answers no more for now. Ask the person for papers, correct it once by them, and authenticate again tomorrow.")),
        ("guessing.number", new(
            "Số này đã bị thử với quá nhiều nội dung khác nhau trong ngày nên bên công an tạm dừng trả lời. Kiểm tra lại số trên giấy tờ, mai xác thực lại.",
            "This number was tried with too many different values today, so the police side answers no more for now. Check the number on the paper and authenticate again tomorrow.")),
    ];

    /// <summary>Understands the codes of a verdict. Whatever else might come, nothing is kept that describes the register.</summary>
    public static ToldReasons Of(IEnumerable<string> codes)
    {
        var (reasons, stops) = (Reasons.None, 0L);
        foreach (var code in codes)
        {
            if (Reasons.Find(code) is { } reason) reasons |= reason;
            var stop = Array.FindIndex(Stops, known => string.Equals(known.Code, code, StringComparison.Ordinal));
            if (stop >= 0) stops |= 1L << FirstStop + stop;
        }

        return new ToldReasons((long)reasons.OfRecordAlone.Bits | stops);
    }

    /// <summary>The codes joined, as they stand in files.</summary>
    public string Codes => string.Join(';', Each.Select(one => one.Code));

    /// <summary>Each in words.</summary>
    public IEnumerable<Bilingual> Sentences => Each.Select(one => one.Sentence);

    /// <summary>Whether nothing was compared because the limits against guessing stopped it.</summary>
    public bool IsStopped => Bits >> FirstStop != 0;

    private IEnumerable<(string Code, Bilingual Sentence)> Each
    {
        get
        {
            foreach (var reason in Reasons.OfBits((ulong)Bits & (1UL << FirstStop) - 1).Each())
                yield return (Reasons.Code(reason), ReasonTexts.Of(reason));
            for (var stop = 0; stop < Stops.Length; stop++)
                if ((Bits >> FirstStop + stop & 1) != 0) yield return Stops[stop];
        }
    }
}
