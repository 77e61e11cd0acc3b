namespace XacThuc.Matching;

/// <summary>The authentication of one record: its status, the verdict of each mandatory field, and why.</summary>
public readonly record struct Comparison(
    RecordStatus Status,
    FieldVerdict Name,
    FieldVerdict Sex,
    FieldVerdict DateOfBirth,
    FieldVerdict Number,
    Reasons Reasons);
