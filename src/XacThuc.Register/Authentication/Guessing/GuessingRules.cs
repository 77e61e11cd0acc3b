using System.Diagnostics;
using XacThuc.Matching;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>
/// How often values may be tried before it looks like guessing what the register holds (decision 0015). Only wrong values
/// that were not tried before count: who asks the same again learns nothing. What a bulk run asks for the first time of a
/// record is what somebody typed from paper: it is answered, however many records share a number.
/// </summary>
internal static class GuessingRules
{
    /// <summary>
    /// Different wrong values of one record a day. A clerk who corrects from a paper needs one or two; five leave room for a
    /// bad day.
    /// </summary>
    public const int ValuesOfARecord = 5;

    /// <summary>
    /// Wrong tries a day of one unit at one number, whichever records they are in. Asked singly, the number counts whether
    /// anybody has it or not; of a bulk run only different values of changed records do, and only where somebody has it.
    /// </summary>
    public const int TriesAtANumber = 20;

    /// <summary>Wrong single tries an hour of one account: more than a person can type from papers.</summary>
    public const int TriesOfAnAccount = 200;

    /// <summary>
    /// Wrong single tries an hour of a program of the police, whose owners may look into the register anyhow: it asks about
    /// whole files. Its records and numbers have the same limits as anybody's.
    /// </summary>
    public const int TriesOfAProgram = 50_000;

    /// <summary>
    /// So many different first values at one person's number in a day are answered and reported: a placeholder, or somebody
    /// who guesses by importing.
    /// </summary>
    public const int FirstsAtAPerson = 100;

    /// <summary>Fewer in one batch, a family's say, are not even counted: so the count stays small beside millions of records.</summary>
    public const int FirstsWorthCounting = 10;

    /// <summary>A wrong answer about a number that could be one: it says something of whoever has the number, or that nobody has it.</summary>
    public static bool TellsSomething(in Comparison compared) =>
        compared.Status != RecordStatus.Matched && compared.Number is (FieldVerdict.Right or FieldVerdict.Wrong);

    /// <summary>Whether nobody of the register has the number: that is no person to guess at.</summary>
    public static bool IsOfNobody(in Comparison compared) => compared.Reasons.Contains(Reason.IdUnknown);

    public static Refusal Of(GuessingKind kind) => kind switch
    {
        GuessingKind.Record => new(RefusalKind.TooMany, "guessing.record", new(
            "Hồ sơ này đã được thử với quá nhiều giá trị khác nhau trong ngày nên bị dừng. Mời người dân mang giấy tờ đến, hoặc chờ công an xã trả lời.",
            "This record was tried with too many different values today and is stopped. Ask the person to bring papers, or wait for the commune police's answer.")),
        GuessingKind.Number => new(RefusalKind.TooMany, "guessing.number", new(
            "Số này đã được thử sai quá nhiều lần trong ngày ở đơn vị nên bị dừng. Kiểm tra lại số trên giấy tờ, ngày mai thử lại.",
            "This number was tried wrongly too often today by your unit and is stopped. Check the number on the paper and try again tomorrow.")),
        GuessingKind.Imports => throw new UnreachableException("First values are answered; they are only reported."),
        GuessingKind.Account => new(RefusalKind.TooMany, "guessing.account", new(
            "Tài khoản này đã thử sai quá nhiều lần trong một giờ nên bị dừng. Chờ đến giờ sau, hoặc dùng xác thực hàng loạt.",
            "This account tried wrongly too often within an hour and is stopped. Wait for the next hour, or use a bulk run.")),
    };
}
