using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases.Open;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Authentication.Answers;

/// <summary>One answer on its way into the books.</summary>
/// <param name="Act">Who was told something of which record.</param>
/// <param name="Try">The try it was, where it counts against guessing.</param>
/// <param name="Wrong">The record, where it is wrong and of a unit that corrects it.</param>
/// <param name="Unit">That unit.</param>
/// <param name="Matched">The record's reference, where it is right.</param>
internal sealed record Answered(
    Act Act, GuessingTry? Try = null, WrongRow? Wrong = null, string Unit = "", string? Matched = null)
{
    /// <summary>Done once it is in the books.</summary>
    public TaskCompletionSource Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(Answered);
}
