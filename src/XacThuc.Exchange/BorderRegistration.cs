using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using XacThuc.Exchange.Delivery.Kept;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Delivery.Sending;
using XacThuc.Exchange.Delivery.Wire;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;

namespace XacThuc.Exchange;

/// <summary>Opens the border in a house.</summary>
public static class BorderRegistration
{
    /// <summary>Adds asking, sending and receiving.</summary>
    /// <exception cref="InvalidOperationException">Signatures are off in a house that is not a sample.</exception>
    public static IServiceCollection AddBorder<TDb>(this IServiceCollection services, BorderSettings settings) where TDb : DbContext
    {
        if (!settings.Signs && !settings.IsSample)
        {
            throw new InvalidOperationException("Border messages are left unsigned only to measure, in a sample house.");
        }

        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(settings)
            .AddSingleton<KeyRing>()
            .AddSingleton(provider => new HouseSeal(provider.GetRequiredService<KeyRing>()))
            .AddSingleton<PartnerState>()
            .AddSingleton<OutboxBell>()
            .AddSingleton<BorderOutbox>()
            .AddSingleton<SeenMessages>()
            .AddSingleton<HandlerFaults>()
            .AddSingleton<OnceReception>()
            .AddSingleton<KeptReception>()
            .AddSingleton<BorderDoor>()
            .AddSingleton<Courier>()
            .AddSingleton(provider => new BorderDatabase(typeof(TDb), provider.GetRequiredService<IServiceScopeFactory>()))
            .AddSingleton(provider => new BorderClient(
                settings, provider.GetRequiredService<Courier>(), provider.GetRequiredService<BorderDatabase>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddHostedService<OutboxSending>();
    }

    /// <summary>Adds who answers messages of one kind.</summary>
    public static IServiceCollection AddBorderHandler<TMessage, TAnswer, THandler>(this IServiceCollection services)
        where TMessage : class, IBorderMessage<TAnswer>
        where THandler : class, IBorderHandler<TMessage, TAnswer>
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton<BorderRoute, BorderRoute<TMessage, TAnswer, THandler>>();
    }

    /// <summary>Adds who learns the answers to messages of one kind that were posted.</summary>
    public static IServiceCollection AddBorderAnswerHandler<TMessage, TAnswer, THandler>(this IServiceCollection services)
        where TMessage : class, IBorderMessage<TAnswer>
        where THandler : class, IBorderAnswerHandler<TMessage, TAnswer>
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton<AnswerRoute, AnswerRoute<TMessage, TAnswer, THandler>>();
    }

    /// <summary>Lets messages in. Whoever knocks is known by signature, not by account.</summary>
    public static IEndpointRouteBuilder MapBorder(this IEndpointRouteBuilder app)
    {
        var door = app.ServiceProvider.GetRequiredService<BorderDoor>();
        foreach (var route in app.ServiceProvider.GetServices<BorderRoute>())
        {
            Map(route.Path, http => door.Receive(http, route, isBundle: false));
            if (route.Keeping is Keeping.ByHandler) Map(route.Path + Bundle.PathEnd, http => door.Receive(http, route, isBundle: true));
        }

        Map("/border/{**kind}", http => door.Receive(http, null, isBundle: false));
        return app;

        void Map(string path, RequestDelegate receive) => app.MapPost(path, receive).WithMetadata(new AllowAnonymousAttribute());
    }
}
