using XacThuc.Matching.Texts;

namespace XacThuc.Web.Audit.Look;

/// <summary>Kinds of acts in words: <c>record.view</c> is "xem hồ sơ". A kind that has no words stands as it is.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, Bilingual> Nouns = new(StringComparer.Ordinal)
    {
        ["account"] = new("tài khoản", "account"),
        ["audit"] = new("nhật ký", "audit"),
        ["bulk"] = new("xử lý cùng lúc", "bulk decision"),
        ["case"] = new("vụ việc", "case"),
        ["cases"] = new("danh sách vụ việc", "cases"),
        ["cleaning"] = new("danh sách làm sạch", "cleaning list"),
        ["client"] = new("phần mềm kết nối", "client"),
        ["correction"] = new("đề nghị sửa dữ liệu dân cư", "proposed correction"),
        ["decision"] = new("quyết định của công an", "police decision"),
        ["guessing"] = new("báo cáo nghi dò", "guessing report"),
        ["house"] = new("hệ thống", "house"),
        ["import"] = new("tệp nhập", "imported file"),
        ["job"] = new("công việc dài", "job"),
        ["message"] = new("thông điệp liên thông", "border message"),
        ["passkey"] = new("khóa truy cập", "passkey"),
        ["password"] = new("mật khẩu", "password"),
        ["places"] = new("địa bàn", "places"),
        ["population"] = new("dữ liệu dân cư", "population"),
        ["record"] = new("hồ sơ", "record"),
        ["records"] = new("danh sách hồ sơ", "records"),
        ["register"] = new("sửa dữ liệu dân cư", "register correction"),
        ["run"] = new("lần xác thực", "run"),
        ["second_factor"] = new("mã xác nhận", "second factor"),
        ["session"] = new("phiên đăng nhập", "session"),
        ["unit"] = new("đơn vị", "unit"),
        ["units"] = new("đơn vị", "units"),
    };

    private static readonly Dictionary<string, Bilingual> Verbs = new(StringComparer.Ordinal)
    {
        ["add"] = new("thêm", "add"),
        ["apply"] = new("nhận", "take over"),
        ["approve"] = new("duyệt", "approve"),
        ["ask"] = new("yêu cầu", "ask for"),
        ["ask_apply"] = new("yêu cầu cập nhật", "ask to apply"),
        ["ask_person"] = new("mời người dân bổ sung", "ask the person"),
        ["ask_rest"] = new("mời người dân bổ sung phần còn lại", "ask the people of the rest"),
        ["authenticate"] = new("xác thực", "authenticate"),
        ["batch"] = new("xử lý một phần", "part of"),
        ["begin"] = new("bắt đầu", "begin"),
        ["bring"] = new("nhập", "bring"),
        ["cancel"] = new("hủy", "cancel"),
        ["change"] = new("đổi", "change"),
        ["clean"] = new("làm sạch", "clean"),
        ["close"] = new("đóng", "close"),
        ["columns"] = new("chỉ cột", "point out columns"),
        ["confirm"] = new("xác nhận", "confirm"),
        ["correct"] = new("sửa", "correct"),
        ["create"] = new("tạo", "create"),
        ["dismiss"] = new("bỏ dòng chờ", "dismiss rows"),
        ["draw"] = new("lập", "draw up"),
        ["end"] = new("kết thúc", "end"),
        ["export"] = new("tải về", "export"),
        ["fill"] = new("nhận nội dung thôn điền", "fill in"),
        ["give_up"] = new("bỏ", "give up"),
        ["import"] = new("nhập", "import"),
        ["language"] = new("đổi ngôn ngữ", "language of"),
        ["list"] = new("xem", "list"),
        ["load"] = new("nạp", "load"),
        ["look"] = new("đánh dấu đã xem", "look into"),
        ["many"] = new("nhiều nội dung chung một số", "many values of"),
        ["move"] = new("chuyển", "move"),
        ["not_found"] = new("không tìm thấy người", "not found"),
        ["open"] = new("mở", "open"),
        ["paper_add"] = new("thêm giấy tờ", "add paper to"),
        ["paper_view"] = new("xem giấy tờ", "look at paper of"),
        ["pause"] = new("tạm dừng", "pause"),
        ["print"] = new("in", "print"),
        ["propose"] = new("đề nghị", "propose"),
        ["receive"] = new("nhận về", "receive"),
        ["refuse"] = new("từ chối", "refuse"),
        ["refused"] = new("bị từ chối", "refused"),
        ["refuse_code"] = new("sai mã", "wrong code for"),
        ["register_corrected"] = new("đã sửa dữ liệu dân cư", "register corrected"),
        ["release"] = new("gửi nội dung đúng", "release"),
        ["remove"] = new("bớt", "remove"),
        ["reset_password"] = new("cấp lại mật khẩu", "reset password of"),
        ["reset_second_factor"] = new("cấp lại mã xác nhận", "reset second factor of"),
        ["resume"] = new("chạy tiếp", "resume"),
        ["sample"] = new("tạo mẫu", "sample"),
        ["send"] = new("gửi", "send"),
        ["send_now"] = new("gửi lại ngay", "send now"),
        ["set"] = new("cài", "set"),
        ["sign"] = new("ký", "sign"),
        ["start"] = new("bắt đầu", "start"),
        ["stop"] = new("bị dừng", "stopped"),
        ["token"] = new("cấp mã truy cập", "token for"),
        ["undo"] = new("rút lại", "undo"),
        ["unreadable"] = new("không đọc được", "unreadable"),
        ["upload"] = new("gửi tệp", "upload"),
        ["verify"] = new("kiểm tra", "verify"),
        ["view"] = new("xem", "view"),
    };

    /// <summary>A kind in words.</summary>
    public static Bilingual Of(string kind) =>
        kind.Split('.') is [var noun, var verb] && Nouns.TryGetValue(noun, out var what) && Verbs.TryGetValue(verb, out var does)
            ? new($"{does.Vi}: {what.Vi}", $"{does.En}: {what.En}")
            : Bilingual.Same(kind);
}
