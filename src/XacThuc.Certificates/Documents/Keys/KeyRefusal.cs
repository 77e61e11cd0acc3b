using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.Documents.Keys;

/// <summary>Why a key cannot be had, or does not sign.</summary>
public enum KeyRefusal
{
    /// <summary>The key file is not there or cannot be read.</summary>
    NoFile = 1,

    /// <summary>The key file does not open with this password, or is none.</summary>
    WrongPassword = 2,

    /// <summary>The token's driver is not there or does not load.</summary>
    NoModule = 3,

    /// <summary>No token of this label or serial is plugged in.</summary>
    NoToken = 4,

    /// <summary>Several tokens have this label.</summary>
    SeveralTokens = 5,

    /// <summary>Somebody else of this process is signing with the token.</summary>
    TokenInUse = 6,

    /// <summary>The PIN is wrong.</summary>
    WrongPin = 7,

    /// <summary>The PIN is wrong, and the next wrong one locks the token.</summary>
    WrongPinOneTryLeft = 8,

    /// <summary>The PIN is locked after too many wrong ones.</summary>
    PinLocked = 9,

    /// <summary>There is no certificate with its private key.</summary>
    NoCertificate = 10,

    /// <summary>The token gave no signature: pulled out, or its driver failed.</summary>
    TokenFailed = 11,

    /// <summary>The certificate has expired at the time of signing.</summary>
    Expired = 12,

    /// <summary>The certificate is not valid yet at the time of signing.</summary>
    NotYetValid = 13,

    /// <summary>The certificate is not for signing documents.</summary>
    NotForSigning = 14,

    /// <summary>The key is neither RSA of 2048 bits or more nor ECDSA P-256.</summary>
    KeyNotAllowed = 15,

    /// <summary>The private key is not that of the certificate.</summary>
    KeyOfAnother = 16,
}

/// <summary>Refusals in words that say what to do.</summary>
public static class KeyRefusals
{
    /// <summary>The refusal as a sentence. It holds nothing of a PIN, a password or a file.</summary>
    public static Bilingual SentenceOf(KeyRefusal refusal) => refusal switch
    {
        KeyRefusal.NoFile => new(
            "Không có tệp chứng thư số này, hoặc không đọc được. Kiểm tra tên tệp và quyền đọc.",
            "This key file does not exist or cannot be read. Check its name and who may read it."),
        KeyRefusal.WrongPassword => new(
            "Tệp không mở được bằng mật khẩu này, hoặc không phải tệp PKCS#12 (.p12, .pfx). Nhập lại mật khẩu hoặc chọn tệp khác.",
            "The file does not open with this password, or is no PKCS#12 file (.p12, .pfx). Type it again or choose another file."),
        KeyRefusal.NoModule => new(
            "Không nạp được trình điều khiển của USB token. Cài trình điều khiển của nhà cung cấp rồi nêu đúng đường dẫn tới thư viện PKCS#11.",
            "The driver of the token does not load. Install the vendor's driver and name the right path of its PKCS#11 library."),
        KeyRefusal.NoToken => new(
            "Không thấy USB token này. Cắm token rồi thử lại; nếu đã cắm, kiểm tra nhãn hoặc số sê-ri.",
            "This token is not there. Plug it in and try again; if it is in, check its label or serial number."),
        KeyRefusal.SeveralTokens => new(
            "Có nhiều USB token cùng nhãn này. Chọn token theo số sê-ri, hoặc rút bớt.",
            "Several tokens have this label. Name the token by its serial number, or pull out the others."),
        KeyRefusal.TokenInUse => new(
            "USB token đang được dùng cho một lần ký khác. Chờ ký xong rồi thử lại.",
            "The token is being used for another signature. Wait for it and try again."),
        KeyRefusal.WrongPin => new(
            "Mã PIN không đúng. Nhập lại; token sẽ bị khoá sau vài lần sai.",
            "The PIN is wrong. Type it again; a few wrong ones lock the token."),
        KeyRefusal.WrongPinOneTryLeft => new(
            "Mã PIN không đúng và chỉ còn MỘT lần thử: sai lần nữa token sẽ bị khoá. Hỏi lại mã PIN trước khi nhập.",
            "The PIN is wrong and ONE try is left: another wrong one locks the token. Make sure of the PIN before typing it."),
        KeyRefusal.PinLocked => new(
            "Mã PIN đã bị khoá. Liên hệ nơi cấp chứng thư số để mở khoá token.",
            "The PIN is locked. Ask the issuer of the certificate to unlock the token."),
        KeyRefusal.NoCertificate => new(
            "Không có chứng thư số nào kèm khoá bí mật ở đây. Dùng đúng token hoặc tệp được cấp để ký.",
            "There is no certificate with its private key here. Use the token or file that was issued for signing."),
        KeyRefusal.TokenFailed => new(
            "USB token không ký được. Kiểm tra token còn cắm chắc rồi ký lại; chưa có chữ ký nào được tạo.",
            "The token gave no signature. See that it is firmly plugged in and sign again; nothing was signed."),
        KeyRefusal.Expired => new(
            "Chứng thư số đã hết hạn. Gia hạn với nơi cấp rồi ký.",
            "The certificate has expired. Have its issuer renew it, then sign."),
        KeyRefusal.NotYetValid => new(
            "Chứng thư số chưa có hiệu lực. Kiểm tra ngày giờ của máy, hoặc chờ tới ngày có hiệu lực.",
            "The certificate is not valid yet. Check the clock of this machine, or wait for the day."),
        KeyRefusal.NotForSigning => new(
            "Chứng thư số này không được cấp để ký tài liệu. Dùng chứng thư số có mục đích ký số.",
            "This certificate was not issued for signing documents. Use one that was."),
        KeyRefusal.KeyNotAllowed => new(
            "Khoá này quá yếu hoặc không thuộc loại được dùng (RSA từ 2048 bit, hoặc ECDSA P-256). Xin cấp chứng thư số mới.",
            "This key is too weak or of a kind not used (RSA of 2048 bits or more, or ECDSA P-256). Ask for a new certificate."),
        KeyRefusal.KeyOfAnother => new(
            "Khoá bí mật không khớp với chứng thư số. Liên hệ nơi cấp để cài lại token hoặc tệp.",
            "The private key is not that of the certificate. Ask the issuer to set up the token or the file again."),
    };
}
