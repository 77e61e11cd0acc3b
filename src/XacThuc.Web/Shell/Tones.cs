using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Web.Shell;

/// <summary>The one colour, icon and word of each tone, and the tone of each verdict.</summary>
public static class Tones
{
    /// <summary>The class that carries the colour.</summary>
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Plain => "",
        Tone.Right => "is-right",
        Tone.Wrong => "is-wrong",
        Tone.Waiting => "is-waiting",
        Tone.Late => "is-late",
        Tone.Invalid => "is-invalid",
        Tone.Note => "is-note",
    };

    /// <summary>The icon.</summary>
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Plain => "info-circle",
        Tone.Right => "circle-check",
        Tone.Wrong => "circle-x",
        Tone.Waiting => "hourglass",
        Tone.Late => "alert-triangle",
        Tone.Invalid => "circle-dashed",
        Tone.Note => "info-circle",
    };

    /// <summary>The word.</summary>
    public static Bilingual Word(this Tone tone) => tone switch
    {
        Tone.Plain => new("", ""),
        Tone.Right => new("đúng", "right"),
        Tone.Wrong => new("sai", "wrong"),
        Tone.Waiting => new("đang chờ", "waiting"),
        Tone.Late => new("quá hạn", "late"),
        Tone.Invalid => new("chưa so được", "not comparable"),
        Tone.Note => new("lưu ý", "note"),
    };

    /// <summary>How the tone is called in charts.</summary>
    public static string Key(this Tone tone) => tone switch
    {
        Tone.Plain => "plain",
        Tone.Right => "right",
        Tone.Wrong => "wrong",
        Tone.Waiting => "waiting",
        Tone.Late => "late",
        Tone.Invalid => "invalid",
        Tone.Note => "note",
    };

    /// <summary>The tone and the word of a field's verdict.</summary>
    public static (Tone Tone, Bilingual Word) Of(FieldVerdict verdict) => verdict switch
    {
        FieldVerdict.Right => (Tone.Right, Word(Tone.Right)),
        FieldVerdict.Wrong => (Tone.Wrong, Word(Tone.Wrong)),
        FieldVerdict.Missing => (Tone.Invalid, new("thiếu", "missing")),
        FieldVerdict.Unreadable => (Tone.Invalid, new("không đọc được", "unreadable")),
        FieldVerdict.NotCompared => (Tone.Invalid, new("chưa so", "not compared")),
    };

    /// <summary>The tone and the word of a record's status.</summary>
    public static (Tone Tone, Bilingual Word) Of(RecordStatus status) => status switch
    {
        RecordStatus.Matched => (Tone.Right, Word(Tone.Right)),
        RecordStatus.Mismatched => (Tone.Wrong, Word(Tone.Wrong)),
        RecordStatus.Unauthenticated => (Tone.Invalid, new("chưa xác thực", "unauthenticated")),
        RecordStatus.Invalid => (Tone.Invalid, new("không hợp lệ", "invalid")),
    };
}
