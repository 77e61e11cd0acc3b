namespace XacThuc.Matching;

/// <summary>Sex as the population register knows it. Absence is a <see langword="null"/> of the nullable type.</summary>
public enum Sex : byte
{
    /// <summary>Male (nam).</summary>
    Male = 1,

    /// <summary>Female (nữ).</summary>
    Female = 2,
}
