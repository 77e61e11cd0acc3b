using XacThuc.Web.Acts;

namespace XacThuc.Platform.Campaigns;

/// <summary>Every refusal of campaigns and announcements.</summary>
internal static class CampaignsRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere("campaign.not_there", "Không có chiến dịch này.", "There is no such campaign.");

    public static Refusal Moved { get; } = Refusal.Conflicting(
        "campaign.moved", "Chiến dịch vừa thay đổi. Xem lại rồi làm tiếp.", "The campaign has just changed. Look again before you go on.");

    public static Refusal NotADraft { get; } = Refusal.Conflicting(
        "campaign.not_a_draft", "Chiến dịch đã duyệt: không sửa được nữa. Dừng lại rồi soạn chiến dịch khác.",
        "The campaign is approved and cannot be changed any more. Stop it and write another.");

    public static Refusal NotToStop { get; } = Refusal.Conflicting(
        "campaign.ended", "Chiến dịch đã kết thúc hoặc chưa duyệt.", "The campaign has ended, or is not approved yet.");

    public static Refusal TitleNeeded { get; } = Refusal.NotAcceptable(
        "campaign.title", "Ghi tên chiến dịch để đồng nghiệp nhận ra.", "Give the campaign a name that colleagues recognise.");

    public static Refusal DaysWrong { get; } = Refusal.NotAcceptable(
        "campaign.days", "Ngày kết thúc phải từ ngày bắt đầu trở đi, không ở quá khứ và không quá 90 ngày.",
        "The last day must not be before the first, not in the past, and within 90 days.");

    public static Refusal LateDaysWrong { get; } = Refusal.NotAcceptable(
        "campaign.late_days", "Số ngày chưa sửa phải từ 1 đến 365.", "The days without correction must be from 1 to 365.");

    public static Refusal ChannelNeeded { get; } = Refusal.NotAcceptable(
        "campaign.channel", "Chọn ít nhất một cách truyền thông.", "Choose at least one way to tell people.");

    public static Refusal NoGateway { get; } = Refusal.NotAcceptable(
        "campaign.no_gateway", "Nơi này chưa nối cổng tin nhắn: bỏ chọn tin nhắn, hoặc nhờ người quản trị khai messages.json.",
        "No message gateway is connected here: leave short messages out, or have messages.json set up.");

    public static Refusal NoMail { get; } = Refusal.NotAcceptable(
        "campaign.no_mail", "Nơi này chưa khai máy chủ thư: bỏ chọn thư điện tử, hoặc nhờ người quản trị khai mail.json.",
        "No mail server is set up here: leave e-mail out, or have mail.json set up.");

    public static Refusal ShortNeeded { get; } = Refusal.NotAcceptable(
        "campaign.short", "Ghi bản ngắn tiếng Việt: tin nhắn và Zalo dùng bản này.", "Write the short text in Vietnamese: short messages and Zalo use it.");

    public static Refusal LongNeeded { get; } = Refusal.NotAcceptable(
        "campaign.long", "Ghi bản dài tiếng Việt: loa, áp phích, giấy báo và thư điện tử dùng bản này.",
        "Write the long text in Vietnamese: loudspeakers, posters, letters and e-mail use it.");

    public static Refusal NameInLong { get; } = Refusal.NotAcceptable(
        "campaign.name_in_long", "Bản dài được đọc và treo nơi đông người: không dùng {ten}.", "The long text is read out and put up in public: {ten} cannot stand there.");

    public static Refusal StillCounting { get; } = Refusal.Conflicting(
        "campaign.counting", "Đang đếm người của chiến dịch. Chờ xong rồi duyệt.", "The people of the campaign are still being counted. Approve it then.");

    public static Refusal Nobody { get; } = Refusal.Conflicting(
        "campaign.nobody", "Không có ai thuộc nhóm này ở địa bàn đã chọn.", "Nobody belongs to this group in the places chosen.");

    public static Refusal NewsNeeded { get; } = Refusal.NotAcceptable(
        "announcement.words", "Ghi tiêu đề và nội dung tiếng Việt.", "Write title and text in Vietnamese.");

    public static Refusal NewsDays { get; } = Refusal.NotAcceptable(
        "announcement.days", "Ngày gỡ phải từ ngày đăng trở đi, trong vòng 366 ngày.", "The last day must not be before the first, and within 366 days.");

    public static Refusal NewsNotThere { get; } = Refusal.NotThere("announcement.not_there", "Không có thông báo này.", "There is no such announcement.");

    public static Refusal CodeNotThere { get; } = Refusal.NotThere(
        "stop.not_there", "Không có mã này. Xem lại mã trong tin nhắn.", "There is no such code. Look at the code in the message again.");

    public static Refusal UnknownPlaceholder(string placeholder, string known) => Refusal.NotAcceptable(
        "campaign.placeholder", $"Không hiểu {placeholder}. Chỉ dùng: {known}.", $"{placeholder} is not known. Use only: {known}.");

    public static Refusal TooLong(string language, int messages, int most) => Refusal.NotAcceptable(
        "campaign.too_long", $"Bản ngắn ({language}) dài quá {messages} tin nhắn: nhiều nhất {most} chữ, chưa kể dòng ngừng nhận; tên người và tên trạm được tính dài nhất.",
        $"The short text ({language}) is longer than {messages} messages: at most {most} letters before the line to stop them, the longest names counted.");

    public static Refusal UnknownLanguage(string language) => Refusal.NotAcceptable(
        "campaign.language", $"Không có ngôn ngữ {language}.", $"There is no language {language}.");

    public static Refusal UnknownCommune(string code) => Refusal.NotAcceptable(
        "campaign.commune", $"{code} không phải mã xã của địa bàn.", $"{code} is no commune of your place.");
}
