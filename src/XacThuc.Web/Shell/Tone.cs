namespace XacThuc.Web.Shell;

/// <summary>What something means to whoever reads it. Each has one colour, one icon and one word everywhere.</summary>
public enum Tone
{
    /// <summary>Says nothing.</summary>
    Plain,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Wrong.</summary>
    Wrong,

    /// <summary>Somebody's turn, in time.</summary>
    Waiting,

    /// <summary>Its time is over, or nearly so.</summary>
    Late,

    /// <summary>Could not be compared.</summary>
    Invalid,

    /// <summary>Good to know.</summary>
    Note,
}
