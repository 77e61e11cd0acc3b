using XacThuc.Exchange.Delivery.Sending;

namespace XacThuc.Exchange.Tests.Houses;

/// <summary>Answers as the tests read them.</summary>
internal static class Answers
{
    /// <summary>The code of a refusal; <c>answered</c> or <c>unreachable</c> otherwise.</summary>
    public static string Outcome<T>(this BorderAnswer<T> answer) => answer.Match(_ => "answered", (code, _) => code, _ => "unreachable");

    public static T Get<T>(this BorderAnswer<T> answer) => answer.Match(
        given => given, (code, sentence) => throw new InvalidOperationException($"{code}: {sentence}"),
        sentence => throw new InvalidOperationException(sentence.ToString()));

    /// <summary>Waits until something is so, half a minute at most.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo()) return;
            await Task.Delay(50);
        }

        throw new TimeoutException("It did not become so within half a minute.");
    }
}
