namespace XacThuc.Exchange.Delivery.Wire;

/// <summary>Every refusal of the border, as one sentence that says what to do.</summary>
internal static class BorderProblems
{
    public static BorderProblem NotPacked { get; } = new(
        400, "message.not_packed", "Nội dung thông điệp nén bị hỏng. Gửi lại thông điệp.",
        "The packed content of the message is damaged. Send the message again.");

    public static BorderProblem HeadersMissing { get; } = new(
        400, "message.incomplete",
        "Thông điệp thiếu mã, thời gian, mã băm hoặc độ dài. Gửi đủ XacThuc-Message, XacThuc-Time, Content-Digest, Content-Length.",
        "The message lacks its id, time, digest or length. Send XacThuc-Message, XacThuc-Time, Content-Digest and Content-Length.");

    public static BorderProblem NotSigned { get; } = new(
        401, "signature.missing", "Thông điệp chưa được ký. Bên gửi phải ký mọi thông điệp qua biên.",
        "The message is not signed. The sender must sign every message that crosses the border.");

    public static BorderProblem UnknownKey { get; } = new(
        401, "signature.unknown_key",
        "Không biết khóa đã ký thông điệp. Hai bên trao đổi lại tệp khóa công khai (border/public.json).",
        "The key that signed the message is not known here. Exchange the public key files (border/public.json) again.");

    public static BorderProblem Forged { get; } = new(
        401, "signature.wrong", "Chữ ký không khớp với thông điệp. Thông điệp bị từ chối, không có gì được thực hiện.",
        "The signature does not fit the message. The message was refused; nothing was done.");

    public static BorderProblem WrongDigest { get; } = new(
        400, "message.altered", "Nội dung không khớp với mã băm đi kèm. Gửi lại thông điệp.",
        "The content does not fit its digest. Send the message again.");

    public static BorderProblem OtherContent { get; } = new(
        409, "message.other_content", "Mã thông điệp này đã dùng cho nội dung khác. Gửi nội dung mới bằng mã mới.",
        "This message id was used for other content. Send new content under a new id.");

    public static BorderProblem Repeated { get; } = new(
        409, "message.repeated", "Thông điệp này đã được trả lời. Hỏi lại bằng mã thông điệp mới.",
        "This message has been answered already. Ask again under a new message id.");

    public static BorderProblem BeforeStart { get; } = new(
        409, "message.before_start",
        "Bên nhận vừa khởi động lại sau thời điểm ghi trong thông điệp. Ký lại với giờ hiện tại; nếu còn lặp lại, chỉnh đồng hồ hai bên.",
        "The receiver has restarted since the message's time. Sign it again with the time of now; if that repeats, set both clocks.");

    public static BorderProblem Busy { get; } = new(
        503, "border.busy", "Bên nhận đang nhận quá nhiều thông điệp. Thử lại sau ít phút.",
        "The receiver has too many messages at the moment. Try again in a few minutes.");

    public static BorderProblem Fault(string reference) => new(
        500, "house.fault", $"Bên nhận gặp lỗi phần mềm (số {reference}). Thông điệp sẽ được gửi lại; báo số này cho người vận hành bên nhận.",
        $"The receiving house has a fault (number {reference}). The message will be sent again; tell the receiver's operator this number.");

    public static BorderProblem UnknownKind { get; } = new(
        404, "kind.unknown", "Bên nhận không biết loại thông điệp này. Nâng cấp hai bên lên cùng phiên bản.",
        "The receiver does not know this kind of message. Bring both houses to the same version.");

    public static BorderProblem NotTheirCertificate { get; } = new(
        401, "certificate.wrong", "Kết nối không mang chứng thư TLS của bên đối tác. Kiểm tra cấu hình TLS hai chiều.",
        "The connection does not carry the partner's TLS certificate. Check the set-up of mutual TLS.");

    public static BorderProblem Away { get; } = new(
        503, "partner.away", "Chưa liên lạc được với bên kia. Hệ thống tự gửi lại khi có kết nối; việc khác vẫn làm được.",
        "The other house cannot be reached. It will be tried again; other work goes on.");

    public static BorderProblem NotTheirAnswer { get; } = new(
        502, "answer.not_signed", "Câu trả lời không mang chữ ký đúng của bên kia nên không được tin. Kiểm tra khóa và đường truyền.",
        "The answer does not carry the other house's right signature and is not believed. Check the keys and the line.");

    public static BorderProblem NoOwnKey { get; } = new(
        500, "key.missing", "Chưa có khóa ký của bên này. Tạo khóa rồi trao đổi tệp border/public.json với bên kia.",
        "This house has no signing key. Create it and exchange border/public.json with the other house.");

    public static BorderProblem NotReadable(string place) => new(
        400, "message.unreadable", $"Không đọc được nội dung JSON, tại {place}. Sửa nội dung theo đúng mẫu của loại thông điệp.",
        $"The JSON content cannot be read, at {place}. Write it in the form of this kind of message.");

    public static BorderProblem TooLarge(int most) => new(
        413, "message.too_large", $"Thông điệp vượt quá {most >> 20} MB. Chia thành nhiều thông điệp nhỏ hơn.",
        $"The message is larger than {most >> 20} MB. Split it into smaller messages.");

    public static BorderProblem ClockOff(DateTimeOffset theirs, DateTimeOffset ours) => new(
        401, "clock.off",
        $"Đồng hồ hai bên lệch nhau {Minutes(theirs, ours)} phút: bên gửi ghi {theirs.UtcDateTime:HH:mm:ss} UTC, bên nhận là {ours.UtcDateTime:HH:mm:ss} UTC. Chỉnh lại đồng hồ máy chủ.",
        $"The clocks are {Minutes(theirs, ours)} minutes apart: the sender's says {theirs.UtcDateTime:HH:mm:ss} UTC, the receiver's {ours.UtcDateTime:HH:mm:ss} UTC. Set the server's clock.");

    private static long Minutes(DateTimeOffset one, DateTimeOffset other) => (long)Math.Round((one - other).Duration().TotalMinutes);
}
