using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Messages;

/// <summary>
/// The words of messages: short enough for one message without marks, with nothing of a person but a name. What may be
/// long, a place or a name, gives way to what must be said.
/// </summary>
internal static class MessageTexts
{
    /// <summary>What one message without marks holds.</summary>
    public const int Longest = 160;

    private const int LongestName = 24;
    private const int LongestVaccine = 16;

    /// <summary>A one-time code.</summary>
    public static Bilingual Code(string code, int minutes) => new(
        $"{code} là mã xác nhận đăng ký tiêm chủng, dùng trong {minutes} phút. Không đưa mã này cho người khác.",
        $"{code} is your code to register for vaccination, valid for {minutes} minutes. Do not give it to anybody.");

    /// <summary>A one-time code that opens one's records.</summary>
    public static Bilingual LookCode(string code, int minutes) => new(
        $"{code} là mã xem hồ sơ tiêm chủng, dùng trong {minutes} phút. Không đưa mã này cho ai, kể cả người xưng là cán bộ y tế.",
        $"{code} is your code to see your vaccination record, valid for {minutes} minutes. Give it to nobody, not even to health staff.");

    /// <summary>A one-time code that makes this the phone on record.</summary>
    public static Bilingual PhoneCode(string code, int minutes) => new(
        $"{code} là mã để ghi số này vào hồ sơ tiêm chủng, dùng trong {minutes} phút. Không đưa mã này cho người khác.",
        $"{code} is the code to keep this phone on a vaccination record, valid for {minutes} minutes. Do not give it to anybody.");

    /// <summary>This is the phone on record no more.</summary>
    public static Bilingual PhoneChanged(Uri portal) => new(
        $"Số này không còn là điện thoại trên một hồ sơ tiêm chủng. Nếu không phải ông (bà) yêu cầu, báo trạm y tế xã. {portal.AbsoluteUri}",
        $"This phone is on a vaccination record no more. If you did not ask for this, tell the health station. {portal.AbsoluteUri}");

    /// <summary>A registration stands.</summary>
    public static Bilingual Registered(string code, Uri status) => new(
        $"Đã nhận đăng ký tiêm chủng. Mã theo dõi: {code}. Xem tại {status.AbsoluteUri}",
        $"Your registration for vaccination was received. Code to follow it: {code}. See {status.AbsoluteUri}");

    /// <summary>A registration was not put on a list.</summary>
    public static Bilingual NotTaken(string code, Uri status) => new(
        $"Đăng ký tiêm {code} chưa được đưa vào danh sách. Xem lý do tại {status.AbsoluteUri} hoặc hỏi trạm y tế.",
        $"Registration {code} was not put on a list. See why at {status.AbsoluteUri} or ask the health station.");

    /// <summary>An invitation.</summary>
    public static Bilingual Invitation(string name, string vaccine, int dose, string time, DateOnly day, string place)
    {
        var (who, what) = (PlainLetters.Cut(name, LongestName), PlainLetters.Cut(vaccine, LongestVaccine));
        return new(
            Fit(place, where => $"Kính mời {who} tiêm {what} mũi {dose} lúc {time} ngày {Shown.Date(day)} tại {where}. Mang thẻ căn cước. Nếu không đến được, xin báo trạm y tế."),
            Fit(place, where => $"{who}: {what} dose {dose} at {time} on {Shown.Date(day)}, {where}. Bring your identity card or passport. If you cannot come, tell the station."));
    }

    /// <summary>The session is called off.</summary>
    public static Bilingual CalledOff(string name, DateOnly day, string place)
    {
        var who = PlainLetters.Cut(name, LongestName);
        return new(
            Fit(place, where => $"Buổi tiêm ngày {Shown.Date(day)} tại {where} đã hoãn. Kính mong {who} thông cảm; trạm y tế sẽ báo lịch mới."),
            Fit(place, where => $"{who}: the session on {Shown.Date(day)} at {where} is called off. We are sorry; a new date will be sent."));
    }

    private static string Fit(string place, Func<string, string> say) => say(PlainLetters.Cut(place, Math.Max(8, Longest - say("").Length)));
}
