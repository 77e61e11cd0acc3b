namespace XacThuc.Matching;

/// <summary>
/// What the comparison of one record with the register came to. Declared in order of precedence: where two apply, the
/// later one wins.
/// </summary>
public enum RecordStatus : byte
{
    /// <summary>Đúng: the number finds a person and name, sex and date of birth are the same.</summary>
    Matched,

    /// <summary>Sai: the number is well-formed but finds nobody, or a field differs.</summary>
    Mismatched,

    /// <summary>Chưa xác thực: no number, or one that cannot be a number; nothing was compared.</summary>
    Unauthenticated,

    /// <summary>Không hợp lệ: another mandatory field is missing or unreadable.</summary>
    Invalid,
}
