

namespace XacThuc.Matching.Reading.Alphabet;

/// <summary>The six tones of Vietnamese, in the order of its dictionaries.</summary>
public enum Tone : byte
{
    /// <summary>No mark (ngang).</summary>
    Level,

    /// <summary>Grave accent (huyền).</summary>
    Falling,

    /// <summary>Hook above (hỏi).</summary>
    Dipping,

    /// <summary>Tilde (ngã).</summary>
    Rising,

    /// <summary>Acute accent (sắc).</summary>
    Sharp,

    /// <summary>Dot below (nặng).</summary>
    Heavy,
}
