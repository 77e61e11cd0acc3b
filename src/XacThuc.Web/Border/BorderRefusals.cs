using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Border;

/// <summary>From the border's answers to a house's results.</summary>
public static class BorderRefusals
{
    /// <summary>The answer, or the refusal that a page or an API shows.</summary>
    public static Result<T> ToResult<T>(this BorderAnswer<T> answer) => answer.Match<Result<T>>(
        answered: given => given,
        refused: (code, sentence) => Refusal.NotAcceptable(code, sentence.Vi, sentence.En),
        unreachable: sentence => Refusal.Conflicting("partner.away", sentence.Vi, sentence.En));
}
