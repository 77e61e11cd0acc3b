namespace XacThuc.Platform.Feedback.Photos;

/// <summary>What <c>_Field.cshtml</c> shows.</summary>
/// <param name="Name">The name that the form sends the files by, and the field's id.</param>
/// <param name="Label">What to take a photo of.</param>
/// <param name="Problem">What is wrong with what was sent, if anything.</param>
internal sealed record PhotoField(string Name, string Label, string? Problem = null);

/// <summary>A photo that <c>_Viewer.cshtml</c> shows.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Name">What it shows, for whoever does not see it.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
internal sealed record ShownPhoto(string Address, string Name, int Width, int Height);
