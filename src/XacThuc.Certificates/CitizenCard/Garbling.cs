using XacThuc.Matching.Texts;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>How a code was spoilt between paper and field.</summary>
public enum Garbling
{
    /// <summary>
    /// The scanner typed like a keyboard, and an input method or another keyboard layout changed what it typed: keys of
    /// Telex or VNI stand in the name, digits became marks, separators became other signs. A few names of ethnic minorities
    /// look the same (<c>Sor</c>, <c>Chơr</c>); they are typed by hand.
    /// </summary>
    InputMethod,

    /// <summary>The scanner cannot send Vietnamese letters: the marks are gone, or their bytes stand there one by one.</summary>
    LostMarks,
}

/// <summary>What happened and what to do next, for whoever holds the scanner.</summary>
internal static class GarblingSentences
{
    public static Bilingual Sentence(this Garbling garbling) => garbling switch
    {
        Garbling.InputMethod => new(
            "Bộ gõ tiếng Việt (Telex, VNI) đang bật nên đổi chữ mà máy quét gõ vào. Tắt bộ gõ (UniKey, EVKey: chữ V thành E) rồi quét lại, hoặc quét bằng máy ảnh.",
            "A Vietnamese input method (Telex, VNI) is on and changes what the scanner types. Switch it off (UniKey, EVKey: V to E) and scan again, or use the camera."),
        Garbling.LostMarks => new(
            "Máy quét không gửi được chữ có dấu nên họ tên bị sai. Quét bằng máy ảnh, hoặc đặt máy quét gửi chữ Unicode (UTF-8) rồi quét lại.",
            "The scanner cannot send Vietnamese letters, so the name is wrong. Use the camera, or set the scanner to send Unicode (UTF-8) and scan again."),
    };
}
