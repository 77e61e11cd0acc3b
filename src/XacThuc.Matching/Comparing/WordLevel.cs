

namespace XacThuc.Matching.Comparing;

/// <summary>How near two words of a name are, from the same to another.</summary>
internal enum WordLevel : byte
{
    /// <summary>The same word.</summary>
    Same,

    /// <summary>The record's word lacks marks of the register's and has no others.</summary>
    MarksMissing,

    /// <summary>The same letters under another tone.</summary>
    Tone,

    /// <summary>Keys of an input method that were not converted.</summary>
    Telex,

    /// <summary>The same letters without marks, otherwise marked.</summary>
    OtherMarks,

    /// <summary>Written as it may sound.</summary>
    Sound,

    /// <summary>One letter is another, missing, too many, or exchanged with its neighbour.</summary>
    OneLetter,

    /// <summary>Two letters differ in a word of at least five.</summary>
    TwoLetters,

    /// <summary>Only the first letter is written.</summary>
    Initial,

    /// <summary>Another word.</summary>
    Different,
}
