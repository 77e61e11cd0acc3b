using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication.Guessing;

/// <summary>
/// How often values may be tried before it looks like guessing what the register holds. Only wrong values that were not
/// tried before count: who asks the same again learns nothing.
/// </summary>
internal static class GuessingRules
{
    /// <summary>
    /// Different wrong values of one record a day. A clerk who corrects from a paper needs one or two; five leave room for a
    /// bad day.
    /// </summary>
    public const int ValuesOfARecord = 5;

    /// <summary>
    /// Wrong tries a day of one unit against one number, whichever records they are in. The number is counted whether
    /// anybody has it or not, and each number by itself: otherwise the limit would tell who has which.
    /// </summary>
    public const int TriesAtANumber = 20;

    /// <summary>Wrong single tries an hour of one account: more than a person can type from papers.</summary>
    public const int TriesOfAnAccount = 200;

    public static Refusal Of(GuessingKind kind) => kind switch
    {
        GuessingKind.Record => new(RefusalKind.TooMany, "guessing.record", new(
            "Hồ sơ này đã được thử với quá nhiều giá trị khác nhau trong ngày nên bị dừng. Mời người dân mang giấy tờ đến, hoặc chờ công an xã trả lời.",
            "This record was tried with too many different values today and is stopped. Ask the person to bring papers, or wait for the commune police's answer.")),
        GuessingKind.Number => new(RefusalKind.TooMany, "guessing.number", new(
            "Số này đã được thử sai quá nhiều lần trong ngày ở đơn vị nên bị dừng. Kiểm tra lại số trên giấy tờ, ngày mai thử lại.",
            "This number was tried wrongly too often today by your unit and is stopped. Check the number on the paper and try again tomorrow.")),
        GuessingKind.Account => new(RefusalKind.TooMany, "guessing.account", new(
            "Tài khoản này đã thử sai quá nhiều lần trong một giờ nên bị dừng. Chờ đến giờ sau, hoặc dùng xác thực hàng loạt.",
            "This account tried wrongly too often within an hour and is stopped. Wait for the next hour, or use a bulk run.")),
    };
}
